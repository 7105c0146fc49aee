package org.relevo.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaughtMailFilesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    Path folder;

    private CaughtMailFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new CaughtMailFiles(folder);
    }

    @Test
    void mailsToRelevoAreFoundAgainAfterAStartAndNoOthers() throws Exception {
        files.keep("<1@demo>", "someone@demo", mail("to a person"));
        files.keepForRelevo("<2@demo>", "relevo@demo", mail("to Relevo"));

        var found = new CaughtMailFiles(folder).toRelevo(Instant.EPOCH);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).getSubject()).isEqualTo("to Relevo");
        assertThat(files.newest(10)).hasSize(2);
    }

    @Test
    void theSameMailTwiceIsOne() throws Exception {
        files.keepForRelevo("<1@demo>", "relevo@demo", mail("once"));
        files.keepForRelevo("<1@demo>", "relevo@demo", mail("once"));

        assertThat(files.toRelevo(Instant.EPOCH)).hasSize(1);
        assertThat(files.newest(10)).hasSize(1);
    }

    @Test
    void theyComeInTheOrderInWhichTheyWereKept() throws Exception {
        files.keepForRelevo("<b@demo>", "relevo@demo", mail("second"));
        keptAt(NOON);
        files.keepForRelevo("<a@demo>", "relevo@demo", mail("third"));

        assertThat(files.toRelevo(Instant.EPOCH))
                .extracting(m -> m.getSubject())
                .containsExactly("second", "third");
    }

    @Test
    void oldOnesAreNotLookedAtAgainAndStayInTheCatcher() throws Exception {
        files.keepForRelevo("<old@demo>", "relevo@demo", mail("old"));
        keptAt(NOON.minus(Duration.ofDays(2)));

        assertThat(files.toRelevo(NOON.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(files.toRelevo(Instant.EPOCH)).as("its mark is gone").isEmpty();
        assertThat(files.newest(10)).hasSize(1);
    }

    private void keptAt(Instant instant) throws IOException {
        try (var marks = Files.list(folder.resolve("to-relevo"))) {
            for (var mark : marks.toList()) {
                Files.setLastModifiedTime(mark, FileTime.from(instant));
            }
        }
    }

    private static byte[] mail(String subject) {
        return "From: a@demo\r\nTo: b@demo\r\nSubject: %s\r\n\r\nText\r\n"
                .formatted(subject)
                .getBytes(UTF_8);
    }
}
