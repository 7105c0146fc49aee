package org.relevo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text has one place in each language, and every text that a template asks for exists. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ASKED = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9_.-]*)");

    @Test
    void noTextIsSaidInTwoFiles() {
        var files = new TreeMap<String, List<String>>();
        for (var file : files("messages", ".properties")) {
            if (!file.endsWith("_es.properties")) {
                keys(file).forEach(key -> files.merge(key, List.of(file), MessagesTest::both));
            }
        }
        assertThat(files.entrySet())
                .hasSizeGreaterThan(500)
                .allSatisfy(one -> assertThat(one.getValue()).as(one.getKey()).hasSize(1));
    }

    @Test
    void everyLanguageSaysTheSameTexts() {
        for (var file : files("messages", "_es.properties")) {
            assertThat(keys(file)).as(file).isEqualTo(keys(file.replace("_es.properties", ".properties")));
        }
    }

    @Test
    void everyTextThatATemplateAsksForExists() {
        var known = new TreeSet<String>();
        files("messages", ".properties").forEach(file -> known.addAll(keys(file)));
        for (var file : files("templates", "")) {
            var asked = new TreeSet<String>();
            ASKED.matcher(read(file)).results().forEach(found -> asked.add(found.group(1)));
            assertThat(known).as(file).containsAll(asked);
        }
    }

    private static List<String> both(List<String> one, List<String> other) {
        return List.of(one.get(0), other.get(0));
    }

    private static TreeSet<String> keys(String file) {
        try (var in = Files.newBufferedReader(Path.of(file))) {
            var texts = new Properties();
            texts.load(in);
            return new TreeSet<>(texts.stringPropertyNames());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> files(String folder, String ending) {
        try (var found = Files.walk(RESOURCES.resolve(folder))) {
            return found.filter(Files::isRegularFile)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
