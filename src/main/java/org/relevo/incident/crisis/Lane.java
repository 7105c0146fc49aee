package org.relevo.incident.crisis;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.relevo.workitem.TimelineEvent;

/** Which part of what happens an event belongs to. */
public enum Lane {
    /** What people did and said. */
    PEOPLE,
    /** Who was told or wrote. */
    MESSAGES,
    /** How the case and its clocks stood. */
    STATES;

    private static final Pattern BY_PEOPLE = Pattern.compile(
            "(COMMENT|HYPOTHESIS|EVIDENCE|WORKAROUND|HANDOVER|MEETING|ACTION|ROLE|AGENDA|FINDINGS|DECISIONS)_?.*");
    private static final Pattern MESSAGE = Pattern.compile(
            ".*(MAIL|ESCALAT|MESSAGE|UPDATE|TOLD|NOTICE|NOTIF|PUBLISH|ALL_CLEAR|COMMUNICAT|RECEIPT|WEBHOOK).*");
    private static final Pattern STATE = Pattern.compile(
            ".*(RAISED|DECIDED|ACKNOWLEDGED|RATED|RESOL|CLOSED|REOPENED|HELD|RESUMED|PROMOTED|DEMOTED|BREACH|MISSED"
                    + "|COMMITMENT|PRIORITY|STATE|ALERT).*");

    /**
     * @param person whether a name is a person's
     */
    public static Lane of(TimelineEvent event, Predicate<String> person) {
        var kind = event.kind();
        if (BY_PEOPLE.matcher(kind).matches()) {
            return PEOPLE;
        }
        if (MESSAGE.matcher(kind).matches()) {
            return MESSAGES;
        }
        return STATE.matcher(kind).matches() || !person.test(event.by()) ? STATES : PEOPLE;
    }
}
