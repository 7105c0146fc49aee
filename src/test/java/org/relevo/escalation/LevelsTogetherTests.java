package org.relevo.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.DueCases;
import org.relevo.workitem.WorkItem;
import org.springframework.beans.factory.annotation.Autowired;

/** Levels of escalations that fall due together are told together. */
@IntegrationTest
class LevelsTogetherTests {

    @Autowired
    Cases cases;

    @Autowired
    Escalations escalations;

    @Autowired
    DueCases dueCases;

    @Autowired
    Climb climb;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Test
    void oneExecutionTellsWhatElseIsDue() {
        dueWork.after(Duration.ofMinutes(1));
        var three = Stream.generate(() -> cases.raise(Priority.P2)).limit(3).toList();
        dueWork.now();
        clock.advance(Duration.ofMinutes(15));
        var next =
                dueCases.carryOut(EscalationTask.NAME, escalation(three.get(0)).id(), climb);
        assertThat(next).isEqualTo(clock.instant().plusSeconds(450));
        assertThat(three).allSatisfy(one -> {
            assertThat(escalation(one).steps())
                    .extracting(Escalation.Step::level)
                    .containsExactly(1, 2);
            assertThat(cases.mails(one.number())).hasSize(2);
        });
        dueWork.now();
        assertThat(three).allSatisfy(one -> assertThat(cases.sent(one.number())).hasSize(2));
    }

    private Escalation escalation(WorkItem item) {
        return escalations.of(item.number()).stream()
                .filter(one -> one.policy().equals("urgent response"))
                .findFirst()
                .orElseThrow();
    }
}
