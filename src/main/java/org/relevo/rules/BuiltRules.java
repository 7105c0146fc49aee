package org.relevo.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseOption;

/**
 * The rules of this build as classes: they are compiled when Relevo is built and lie in the jar beside the rest of its
 * code, so that a start need not compile them. Rules that read otherwise are compiled when they are needed.
 */
final class BuiltRules {

    static final String PACKAGE = "relevo.rulebook";

    /** What was built: the hash of the rules, then the classes of their models. */
    private static final String NOTE = "relevo/rulebook/built.txt";

    /** A file that lists the models, below a line with the version of Drools. */
    private static final String MODELS = "/drools-model";

    private BuiltRules() {}

    /** A knowledge base for exactly these rules, where the build has made one. */
    static Optional<KieBase> find(List<String> texts) {
        var loader = BuiltRules.class.getClassLoader();
        try (var note = loader.getResourceAsStream(NOTE)) {
            var lines = note == null
                    ? List.<String>of()
                    : new String(note.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            if (lines.size() < 2 || !lines.get(0).equals(hash(texts))) {
                return Optional.empty();
            }
            var models = new ArrayList<Model>();
            for (var name : lines.subList(1, lines.size())) {
                models.add(
                        (Model) loader.loadClass(name).getDeclaredConstructor().newInstance());
            }
            return Optional.of(KieBaseBuilder.createKieBaseFromModel(models, new KieBaseOption[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The build is incomplete: " + NOTE + " names classes that it lacks", e);
        }
    }

    /** Writes the classes of the shipped rules under a folder of classes; called by the build. */
    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var texts = RuleCompiler.texts(RuleFiles.onClassPath());
        var note = new StringBuilder(hash(texts)).append('\n');
        var module = RuleCompiler.module(PACKAGE, texts);
        for (var name : module.getFileNames()) {
            if (name.endsWith(".class")) {
                var file = classes.resolve(name);
                Files.createDirectories(file.getParent());
                Files.write(file, module.getBytes(name));
            } else if (name.endsWith(MODELS)) {
                new String(module.getBytes(name), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.contains(":"))
                        .forEach(model -> note.append(model).append('\n'));
            }
        }
        Files.writeString(classes.resolve(NOTE), note);
    }

    private static String hash(List<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var text : texts) {
                digest.update((text.length() + "\0" + text).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
