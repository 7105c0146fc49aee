package org.relevo.workflow.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Node;
import org.flowable.common.engine.impl.de.odysseus.el.tree.TreeBuilderException;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.Builder;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.Builder.Feature;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstBinary;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstBoolean;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstChoice;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstComposite;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstDot;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstEval;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstIdentifier;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstNested;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstNull;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstNumber;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstString;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstText;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstUnary;

/** The third layer: an expression compares, calculates and chooses between declared variables, and does nothing else. */
final class ExpressionGuard {

    static final int LENGTH = 500;

    private static final Set<Class<?>> HARMLESS = Set.of(
            AstEval.class,
            AstComposite.class,
            AstText.class,
            AstIdentifier.class,
            AstDot.class,
            AstBinary.class,
            AstUnary.class,
            AstChoice.class,
            AstNested.class,
            AstBoolean.class,
            AstString.class,
            AstNumber.class,
            AstNull.class);

    /** Names by which code is reached from any object. */
    private static final Set<String> DENIED = Set.of(
            "class", "classLoader", "module", "declaringClass", "protectionDomain", "execution", "engineServices");

    private static final String WHAT_MAY_BE =
            "Compare declared variables, as in ${priority == 'P1'}; whatever else is needed belongs into an action.";

    private final Builder parser = new Builder(Feature.METHOD_INVOCATIONS, Feature.VARARGS);

    /** @param declared the variables that the process has */
    List<ModelProblem> check(InputGuard.Site site, Set<String> declared) {
        var text = site.text().strip();
        if (text.length() > LENGTH) {
            return List.of(refused(
                    "EXPRESSION_TOO_LONG",
                    site,
                    "an expression of %d characters; at most %d are read".formatted(text.length(), LENGTH),
                    "Shorten it, or let an action decide and set a variable."));
        }
        try {
            var problems = new ArrayList<ModelProblem>();
            walk(parser.build(text).getRoot(), site, declared, problems);
            return problems;
        } catch (TreeBuilderException e) {
            return List.of(refused(
                    "EXPRESSION_UNREADABLE",
                    site,
                    "an expression that cannot be read at its character %d".formatted(e.getPosition() + 1),
                    "Mend it; a text in it stands between single quotes."));
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(refused("EXPRESSION_UNREADABLE", site, "an expression that cannot be read", WHAT_MAY_BE));
        }
    }

    private void walk(Node node, InputGuard.Site site, Set<String> declared, List<ModelProblem> problems) {
        if (!HARMLESS.contains(node.getClass())) {
            problems.add(
                    refused("EXPRESSION_REFUSED", site, "an expression that does more than to compare", WHAT_MAY_BE));
            return;
        }
        if (node instanceof AstEval eval && eval.isDeferred()) {
            problems.add(refused("EXPRESSION_DEFERRED", site, "an expression in #{ }", "Write it in ${ }."));
        }
        if (node instanceof AstIdentifier identifier && !declared.contains(identifier.getName())) {
            problems.add(refused(
                    "UNKNOWN_VARIABLE",
                    site,
                    "the variable %s, which nothing declares".formatted(identifier.getName()),
                    "Declare it as a form field, or choose one that an action, a message or the start brings."));
        }
        if (node instanceof AstDot dot && denied(dot)) {
            problems.add(refused("EXPRESSION_REFUSED", site, "an expression that reaches for code", WHAT_MAY_BE));
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            walk(node.getChild(i), site, declared, problems);
        }
    }

    private static boolean denied(AstDot dot) {
        return DENIED.contains(dot.toString().replaceFirst("^\\.\\s*", ""));
    }

    private static ModelProblem refused(String code, InputGuard.Site site, String what, String remedy) {
        return ModelProblem.error(
                code, site.place(), "%s has, in %s, %s.".formatted(site.place().named(), site.of(), what), remedy);
    }
}
