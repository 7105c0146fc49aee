package org.relevo.intake.mail;

import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the mailbox can be read. One that cannot is no reason to end Relevo, which tries again. */
@Component
class MailInHealth implements HealthIndicator {

    private final MailInTask.MailRounds rounds;

    MailInHealth(MailInTask.MailRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public Health health() {
        var round = rounds.round();
        if (round.isEmpty()) {
            return Health.up().withDetail("mailbox", "none").build();
        }
        var standing = round.get().standing();
        return standing.downSince() == null
                ? Health.up().withDetail("mailbox", round.get().mailbox()).build()
                : Health.unknown()
                        .withDetail("mailbox", round.get().mailbox())
                        .withDetail("since", standing.downSince())
                        .withDetail("problem", Objects.requireNonNullElse(standing.problem(), ""))
                        .build();
    }
}
