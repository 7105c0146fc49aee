package org.relevo.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The text of every file of a rule book, by its path under {@code rules/}, with line feeds alone as line ends. */
record RuleFiles(SortedMap<String, String> texts) {

    private static final String ROOT = "rules/";

    RuleFiles(Map<String, String> texts) {
        this(new TreeMap<>(texts));
    }

    RuleFiles {
        texts.replaceAll((path, text) -> plain(text));
    }

    /** The files that this build carries, from folders or from within the executable jar. */
    static RuleFiles onClassPath() {
        var texts = new TreeMap<String, String>();
        try {
            for (var pattern : new String[] {"vocabulary.dsl", "*/*.dslr", "*/*.drl", "tables/*.csv"}) {
                for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + pattern)) {
                    texts.put(path(file), file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rule book cannot be read from the class path", e);
        }
        return new RuleFiles(texts);
    }

    private static String path(Resource file) throws IOException {
        var address = file.getURL().getPath();
        return address.substring(address.lastIndexOf("/" + ROOT) + 1 + ROOT.length());
    }

    private static String plain(String text) {
        var withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return withoutMark.replace("\r\n", "\n");
    }

    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach((path, text) -> {
                digest.update((path + "\0" + text.length() + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a file that every rule book must have. */
    String required(String path) {
        var text = texts.get(path);
        if (text == null) {
            throw new RuleBookProblem("rules/%s is missing. Put it back; every rule book needs it.".formatted(path));
        }
        return text;
    }
}
