package org.relevo.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/** An entry of the catalogue of actions: what a service task of a process may call, under the bean's name. */
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Action {

    /** What a process designer sees. */
    String label();

    /** What it does, in a sentence. */
    String description();

    /** The variables of the process that it reads. */
    Variable[] inputs() default {};

    /** The variables of the process that it sets. */
    Variable[] outputs() default {};

    @Target({})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Variable {

        String name();

        String label();

        /** string, long, double, boolean, date, enum or list. */
        String type() default "string";

        /** Without it the action cannot be carried out. */
        boolean required() default false;
    }
}
