package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relevo.platform.Refusal;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MaintenanceWindowsTests {

    @Autowired
    MaintenanceWindows windows;

    @Autowired
    SettableClock clock;

    @Autowired
    Visitors visitors;

    @Test
    void aServiceThatDoesNotExistIsRefusedWithTheWayOut() {
        var now = clock.instant();
        assertThatThrownBy(
                        () -> windows.plan("label-print", now, now.plus(Duration.ofHours(1)), "a release", Cases.TEST))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.field()).isEqualTo("service");
                                    assertThat(problem.message()).contains("\"label-print\"", "Give a key");
                                }));
        assertThat(windows.all()).noneMatch(window -> "label-print".equals(window.service()));
    }

    @Test
    void thePageSaysItBesideTheServiceAndKeepsWhatWasTyped() {
        var page = visitors.signedIn("marta.ruiz")
                .submit(
                        "/maintenance",
                        Map.of(
                                "service", "label-print",
                                "from", "2026-03-02T10:00",
                                "to", "2026-03-02T12:00",
                                "because", "a release"))
                .page();
        assertThat(page.select("#service[aria-invalid=true] + .problem").text()).contains("no service with the key");
        assertThat(page.select("#service").val()).isEqualTo("label-print");
        assertThat(page.select("#because").val()).isEqualTo("a release");
    }
}
