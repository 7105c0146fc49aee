package org.relevo.handover.knowledge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/**
 * A session in which somebody of the project teaches those who receive the service.
 *
 * @param zone in which it was arranged
 * @param trainer username
 * @param material address of a document; null where there is none
 * @param cancelledAt null while it takes place
 */
public record TrainingSession(
        long id,
        WorkItemNumber number,
        String topic,
        String agenda,
        Instant startsAt,
        ZoneId zone,
        int minutes,
        String trainer,
        @Nullable String material,
        @Nullable Instant cancelledAt,
        @Nullable String cancelledBecause,
        List<Receiver> receivers,
        List<Question> questions) {

    public TrainingSession {
        receivers = List.copyOf(receivers);
        questions = List.copyOf(questions);
    }

    public boolean cancelled() {
        return cancelledAt != null;
    }

    public Optional<Receiver> receiver(String person) {
        return receivers.stream().filter(one -> one.person().equals(person)).findFirst();
    }

    /**
     * Somebody who was invited.
     *
     * @param attended null until the trainer has said so
     * @param confirmedAt when this person said to have understood; null before
     */
    public record Receiver(
            String person,
            @Nullable Boolean attended,
            @Nullable Instant confirmedAt) {

        /** Whether this person was there and has still to say whether all was understood. */
        public boolean toConfirm() {
            return Boolean.TRUE.equals(attended) && confirmedAt == null;
        }
    }

    /** What somebody asked, with the answer when there is one. */
    public record Question(
            long id,
            String question,
            String askedBy,
            Instant askedAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {}
}
