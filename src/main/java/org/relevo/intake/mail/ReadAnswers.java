package org.relevo.intake.mail;

import java.util.Optional;
import org.relevo.intake.mail.MailInTask.MailRounds;
import org.relevo.notification.ReplyAddress;
import org.springframework.stereotype.Component;

/** Answers are read where incidents are reported. */
@Component
class ReadAnswers implements ReplyAddress {

    private final MailRounds rounds;
    private final IntakeAddress address;

    ReadAnswers(MailRounds rounds, IntakeAddress address) {
        this.rounds = rounds;
        this.address = address;
    }

    @Override
    public Optional<String> address() {
        return rounds.round().map(round -> address.address());
    }
}
