package org.relevo.intake.mail;

import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/** What became of a mail, and why, in words. */
record Verdict(Outcome outcome, String reason, @Nullable WorkItemNumber workItem) {

    static Verdict ignored(String reason) {
        return new Verdict(Outcome.IGNORED, reason, null);
    }

    static Verdict tooMany(String sender, int perHour) {
        return new Verdict(
                Outcome.TOO_MANY,
                "%s has sent more than %d mails within an hour. An hour without any ends that."
                        .formatted(sender.isEmpty() ? "A sender without one address" : sender, perHour),
                null);
    }

    static Verdict refused(String reason) {
        return new Verdict(Outcome.REFUSED, reason, null);
    }
}
