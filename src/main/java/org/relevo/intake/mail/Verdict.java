package org.relevo.intake.mail;

import org.jspecify.annotations.Nullable;
import org.relevo.workitem.WorkItemNumber;

/** What became of a mail, and why, in words. */
record Verdict(Outcome outcome, String reason, @Nullable WorkItemNumber workItem) {

    static Verdict ignored(String reason) {
        return new Verdict(Outcome.IGNORED, reason, null);
    }

    static Verdict refused(String reason) {
        return new Verdict(Outcome.REFUSED, reason, null);
    }
}
