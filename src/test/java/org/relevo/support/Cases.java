package org.relevo.support;

import java.util.List;
import org.relevo.incident.Incidents;
import org.relevo.incident.RaiseIncident;
import org.relevo.people.Actor;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises the cases that a test looks at, and reads which mails they caused. */
public class Cases {

    public static final Actor TEST = Actor.system("test");

    private final Incidents incidents;
    private final JdbcClient jdbc;

    Cases(Incidents incidents, JdbcClient jdbc) {
        this.incidents = incidents;
        this.jdbc = jdbc;
    }

    /** A mail in the outbox, sent or not. */
    public record OutgoingMail(String uniqueKey, String recipient, String state, String subject, String text) {}

    public WorkItem raise(Priority priority) {
        return raise(priority, "paint-shop-mes");
    }

    public WorkItem raise(Priority priority, String service) {
        return incidents.raise(
                new RaiseIncident(
                        "Paint shop stands still", "", impact(priority), urgency(priority), service, "by hand"),
                TEST);
    }

    public WorkItem rate(WorkItemNumber number, Priority priority) {
        return incidents.rate(number, impact(priority), urgency(priority), "we know more now", TEST);
    }

    private static Rating impact(Priority priority) {
        return switch (priority) {
            case P1, P2 -> Rating.HIGH;
            case P3 -> Rating.MEDIUM;
            case P4 -> Rating.LOW;
        };
    }

    private static Rating urgency(Priority priority) {
        return switch (priority) {
            case P1 -> Rating.HIGH;
            case P2, P3 -> Rating.MEDIUM;
            case P4 -> Rating.LOW;
        };
    }

    /** Every mail about a case but the invitations to its crisis meetings, oldest first. */
    public List<OutgoingMail> mails(WorkItemNumber number) {
        return mails(number, "kind <> 'INVITATION'");
    }

    /** The invitations to a case's crisis meetings, oldest first. */
    public List<OutgoingMail> invitations(WorkItemNumber number) {
        return mails(number, "kind = 'INVITATION'");
    }

    private List<OutgoingMail> mails(WorkItemNumber number, String which) {
        return jdbc.sql("select unique_key, recipient, state, subject, body_text from outbox where work_item = ? and "
                        + which + " order by id")
                .param(number.value())
                .query((row, i) -> new OutgoingMail(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    public List<OutgoingMail> sent(WorkItemNumber number) {
        return mails(number).stream()
                .filter(mail -> mail.state().equals("SENT"))
                .toList();
    }
}
