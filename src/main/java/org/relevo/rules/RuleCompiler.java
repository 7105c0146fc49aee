package org.relevo.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/** Makes a rule book out of its files, in memory. */
final class RuleCompiler {

    private static final ClassLoader LOADER = RuleCompiler.class.getClassLoader();
    private static final AtomicInteger COMPILATIONS = new AtomicInteger();

    private RuleCompiler() {}

    /** Files from anywhere: DRL is read only where this build carries the same. */
    static CompiledRuleBook compile(RuleFiles files) {
        return compile(files, RuleFiles.onClassPath());
    }

    /**
     * Makes a rule book.
     *
     * @param shipped what developers have written, whose DRL alone is ever read
     */
    static CompiledRuleBook compile(RuleFiles files, RuleFiles shipped) {
        var rules = rules(files);
        var tables = RuleTables.read(files);
        var names = new HashMap<String, String>();
        rules.forEach(rule -> names.put("rule" + names.size(), rule.name()));
        var texts = texts(rules, files, shipped);
        var base = BuiltRules.find(texts).orElseGet(() -> base(texts));
        return new CompiledRuleBook(base, Map.copyOf(names), rules, tables);
    }

    private static List<SentenceRule> rules(RuleFiles files) {
        var vocabulary = Vocabulary.parse(files.required(Vocabulary.FILE));
        var rules = new ArrayList<SentenceRule>();
        files.texts().forEach((path, text) -> {
            if (path.endsWith(".dslr")) {
                rules.addAll(SentenceFile.read(path, text, vocabulary));
            }
        });
        requireDistinctNames(rules);
        return List.copyOf(rules);
    }

    /** The rules of this build as DRL without its package: those in sentences first, then each file of developers. */
    static List<String> texts(RuleFiles shipped) {
        return texts(rules(shipped), shipped, shipped);
    }

    private static List<String> texts(List<SentenceRule> rules, RuleFiles files, RuleFiles shipped) {
        var texts = new ArrayList<>(List.of(drl(rules)));
        files.texts().forEach((path, text) -> {
            if (path.endsWith(".drl")) {
                requireShipped(path, text, shipped);
                texts.add(text);
            }
        });
        return List.copyOf(texts);
    }

    /** DRL is code: a version that was edited or uploaded must not bring any. */
    private static void requireShipped(String path, String text, RuleFiles shipped) {
        Topic.of(path);
        if (!text.equals(shipped.texts().get(path))) {
            throw new RuleBookProblem(
                    "rules/%s is not the file of that name that this build carries. DRL comes with a build alone; write the rule in sentences."
                            .formatted(path));
        }
    }

    private static void requireDistinctNames(List<SentenceRule> rules) {
        var seen = new HashSet<String>();
        for (var rule : rules) {
            if (!seen.add(rule.name())) {
                throw new RuleBookProblem(
                        "Two rules are named \"%s\". Give one of them another name.".formatted(rule.name()));
            }
        }
    }

    /** Rules are numbered: their names are for people, and two that differ in a hyphen would be one to a compiler. */
    private static String drl(List<SentenceRule> rules) {
        var drl = new StringBuilder();
        for (var i = 0; i < rules.size(); i++) {
            drl.append("rule \"rule%d\"\nwhen\n".formatted(i));
            rules.get(i)
                    .conditions()
                    .forEach(line -> drl.append("  ").append(line).append('\n'));
            drl.append("then\n");
            rules.get(i)
                    .consequences()
                    .forEach(line -> drl.append("  ").append(line).append('\n'));
            drl.append("end\n\n");
        }
        return drl.toString();
    }

    /** A knowledge base compiled here and now. */
    static KieBase base(List<String> texts) {
        var module = module("org.relevo.rulebook", texts);
        var services = KieServices.get();
        try {
            return services.newKieContainer(module.getReleaseId(), LOADER).getKieBase();
        } finally {
            services.getRepository().removeKieModule(module.getReleaseId());
        }
    }

    static InternalKieModule module(String inPackage, List<String> texts) {
        var services = KieServices.get();
        var id = services.newReleaseId("org.relevo", "rule-book", "1." + COMPILATIONS.incrementAndGet());
        var files = services.newKieFileSystem().generateAndWritePomXML(id);
        for (var i = 0; i < texts.size(); i++) {
            files.write(
                    "src/main/resources/%s/rules%d.drl".formatted(inPackage.replace('.', '/'), i),
                    "package %s\nimport org.relevo.rules.*\n\n%s".formatted(inPackage, texts.get(i)));
        }
        var builder = services.newKieBuilder(files, LOADER).buildAll(ExecutableModelProject.class);
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RuleBookProblem("The rules are DRL that does not compile; correct rules/%s%s. %s\n%s"
                    .formatted(
                            Vocabulary.FILE,
                            texts.size() > 1 ? " or the *.drl files" : "",
                            errors.stream().map(Message::getText).collect(Collectors.joining(" ")),
                            String.join("\n", texts)));
        }
        return (InternalKieModule) builder.getKieModule();
    }
}
