package org.relevo.workflow.guard;

import java.util.List;
import java.util.Map;
import org.flowable.common.engine.impl.de.odysseus.el.ExpressionFactoryImpl;
import org.flowable.common.engine.impl.el.DefaultExpressionManager;
import org.flowable.common.engine.impl.el.JsonNodeELResolver;
import org.flowable.common.engine.impl.el.ReadOnlyMapELResolver;
import org.flowable.common.engine.impl.javax.el.ELContext;
import org.flowable.common.engine.impl.javax.el.ELResolver;
import org.flowable.common.engine.impl.javax.el.ListELResolver;
import org.flowable.common.engine.impl.javax.el.MapELResolver;
import org.jspecify.annotations.Nullable;

/** Expressions that read variables and the names of actions. They call no methods and see no properties of objects. */
class ConfinedExpressions extends DefaultExpressionManager {

    private final Map<Object, Object> actions;

    ConfinedExpressions(Map<Object, Object> actions) {
        super(actions);
        this.actions = actions;
        // this profile knows no method invocations: the parser refuses them
        this.expressionFactory = new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5);
    }

    @Override
    protected List<ELResolver> createDefaultElResolvers() {
        return List.of(
                createVariableElResolver(),
                new ReadOnlyMapELResolver(actions),
                new ListELResolver(true),
                new MapELResolver(true),
                new JsonNodeELResolver(true),
                new NothingElse());
    }

    /** The last one that is asked. */
    private static class NothingElse extends ELResolver {

        @Override
        public Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            throw refused(base, property);
        }

        @Override
        public Object invoke(
                ELContext context,
                @Nullable Object base,
                @Nullable Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] parameters) {
            throw refused(base, method);
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
            throw refused(base, property);
        }

        @Override
        public void setValue(
                ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
            throw refused(base, property);
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
            return true;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return null;
        }

        private static Refused refused(@Nullable Object base, @Nullable Object property) {
            return base == null
                    ? new Refused("There is no variable %s.".formatted(property))
                    : new Refused("An expression does not reach %s of %s."
                            .formatted(property, base.getClass().getSimpleName()));
        }
    }
}
