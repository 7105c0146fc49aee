package org.relevo.intake.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.relevo.notification.CatcherMailbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the mailbox now and then, on one node at a time, where there is one to read. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailInSettings.class)
class MailInTask {

    private static final String NAME = "mail-in";
    private static final String INSTANCE = "mailbox";
    private static final int AFTER_CHECKPOINTS = 10;

    @Bean
    Task<Void> mailIn(ObjectProvider<MailRounds> rounds, Clock clock) {
        return Tasks.custom(NAME, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 1.5))
                .execute((instance, context) -> {
                    var round = rounds.getObject().round();
                    if (round.isEmpty()) {
                        return new CompletionHandler.OnCompleteRemove<>();
                    }
                    var wait = round.get().read();
                    return (done, operations) ->
                            operations.reschedule(done, clock.instant().plus(wait));
                });
    }

    /** Begins to read, and at once: whoever has just corrected a setting does not wait until the next try. */
    @Component
    @ConditionalOnBooleanProperty(name = "relevo.scheduler.enabled", matchIfMissing = true)
    static class ReadAtStart {

        static final TaskInstance<Void> MAILBOX = new TaskInstance<>(NAME, INSTANCE, () -> null, AFTER_CHECKPOINTS);

        private final SchedulerClient scheduler;
        private final MailRounds rounds;
        private final Clock clock;

        ReadAtStart(SchedulerClient scheduler, MailRounds rounds, Clock clock) {
            this.scheduler = scheduler;
            this.rounds = rounds;
            this.clock = clock;
        }

        @EventListener(ApplicationReadyEvent.class)
        void read() {
            if (rounds.round().isEmpty()) {
                return;
            }
            var now = clock.instant();
            var waits = scheduler.getScheduledExecution(MAILBOX);
            if (waits.isEmpty()) {
                scheduler.scheduleIfNotExists(new SchedulableTaskInstance<>(MAILBOX, now));
            } else if (!waits.get().isPicked()) {
                scheduler.reschedule(MAILBOX, now);
            }
        }
    }

    /** The mailbox that is configured, or else the mail catcher's, or none. */
    @Component
    static class MailRounds {

        private final MailInSettings settings;
        private final ObjectProvider<CatcherMailbox> catcher;
        private final MailDesk desk;
        private final MailboxRows rows;
        private final Clock clock;

        MailRounds(
                MailInSettings settings,
                ObjectProvider<CatcherMailbox> catcher,
                MailDesk desk,
                MailboxRows rows,
                Clock clock) {
            this.settings = settings;
            this.catcher = catcher;
            this.desk = desk;
            this.rows = rows;
            this.clock = clock;
        }

        Optional<MailRound> round() {
            if (!settings.host().isBlank()) {
                return Optional.of(round(MailboxAccount.of(settings)));
            }
            return Optional.ofNullable(catcher.getIfAvailable())
                    .map(MailboxAccount::of)
                    .map(this::round);
        }

        /** Where the mail catcher takes mail, where that is what is read. */
        Optional<String> catcherSmtp() {
            return settings.host().isBlank()
                    ? Optional.ofNullable(catcher.getIfAvailable()).map(c -> c.host() + ":" + c.smtpPort())
                    : Optional.empty();
        }

        MailRound round(MailboxAccount account) {
            return new MailRound(
                    new Mailbox(account, settings.largest().toBytes()), desk, rows, settings.every(), clock);
        }
    }
}
