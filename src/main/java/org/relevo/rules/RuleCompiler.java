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

    static CompiledRuleBook compile(RuleFiles files) {
        var rules = rules(files);
        var tables = RuleTables.read(files);
        var names = new HashMap<String, String>();
        rules.forEach(rule -> names.put("rule" + names.size(), rule.name()));
        var drl = drl(rules);
        var base = BuiltRules.find(drl).orElseGet(() -> base(drl));
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

    /** The rules that some files hold, as DRL without its package. */
    static String drl(RuleFiles files) {
        return drl(rules(files));
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
    static KieBase base(String drl) {
        var module = module("org.relevo.rulebook", drl);
        var services = KieServices.get();
        try {
            return services.newKieContainer(module.getReleaseId(), LOADER).getKieBase();
        } finally {
            services.getRepository().removeKieModule(module.getReleaseId());
        }
    }

    static InternalKieModule module(String inPackage, String drl) {
        var services = KieServices.get();
        var id = services.newReleaseId("org.relevo", "rule-book", "1." + COMPILATIONS.incrementAndGet());
        var files = services.newKieFileSystem()
                .generateAndWritePomXML(id)
                .write(
                        "src/main/resources/%s/rules.drl".formatted(inPackage.replace('.', '/')),
                        "package %s\nimport org.relevo.rules.*\n\n%s".formatted(inPackage, drl));
        var builder = services.newKieBuilder(files, LOADER).buildAll(ExecutableModelProject.class);
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new RuleBookProblem("The sentences expand to DRL that does not compile; correct rules/%s. %s\n%s"
                    .formatted(
                            Vocabulary.FILE,
                            errors.stream().map(Message::getText).collect(Collectors.joining(" ")),
                            drl));
        }
        return (InternalKieModule) builder.getKieModule();
    }
}
