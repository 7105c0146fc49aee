package org.relevo.workflow;

import java.util.Arrays;
import java.util.List;
import org.relevo.workflow.guard.Catalogue.Message;
import org.relevo.workflow.guard.Catalogue.Start;
import org.relevo.workflow.guard.Catalogue.Variable;

/** What Relevo gives a process when it starts it, and what it tells it later. A process may rely on nothing else. */
final class ProcessContract {

    private static final Variable ACKNOWLEDGED =
            new Variable("acknowledged", "Somebody has acknowledged it already", "boolean", true);
    private static final Variable LEAD = new Variable("lead", "Who leads the project", "string", false);

    static final List<Start> STARTS = List.of(
            new Start("p1-incident", List.of(ACKNOWLEDGED)),
            new Start("incident", List.of(ACKNOWLEDGED)),
            new Start(
                    "escalation",
                    List.of(
                            new Variable("task", "What the level asks for", "string", true),
                            new Variable("level", "The level that was reached", "long", true))),
            new Start("exception-report", List.of(new Variable("writer", "Who writes the report", "string", false))),
            new Start("project-issue", List.of(LEAD)),
            new Start("management-request", List.of(LEAD)),
            new Start(
                    "status-question",
                    List.of(
                            new Variable("author", "Who is asked", "string", false),
                            new Variable("contradiction", "What is asked about", "long", true))),
            new Start(
                    "assumption-review",
                    List.of(
                            new Variable("assumption", "The assumption", "long", true),
                            new Variable("assumed", "The assumption in words", "string", true),
                            new Variable("owner", "Who answers for it", "string", true))),
            new Start(
                    "operations-handover", List.of(new Variable("manager", "Who leads the project", "string", false))),
            new Start("rca", List.of()));

    static final List<Message> MESSAGES = List.of(
            message("incidentAcknowledged", "The incident was acknowledged"),
            message("incidentResolved", "The incident was resolved on its page"),
            message("incidentConfirmed", "The restoration was confirmed"),
            message("incidentReopened", "The incident was reopened", ACKNOWLEDGED),
            message("incidentPromoted", "The incident became a P1"),
            message("incidentDemoted", "The incident is no P1 any more"),
            message("quietTimeOver", "Nobody objected during the quiet time"),
            message("responseBreached", "The response target was missed"),
            message(
                    "crisisMeetingEnded",
                    "A crisis meeting ended",
                    new Variable("anotherMeeting", "Another meeting is needed", "boolean", true)),
            message("escalationsEnded", "Nothing escalates any more"),
            message("rcaSubmitted", "The analysis was sent to review"),
            message("rcaReturned", "The analysis was returned"),
            message("rcaApproved", "The analysis was approved"),
            message("rcaReopened", "The analysis was reopened"),
            message("rcaSkipAsked", "Somebody wants to leave the analysis out"),
            message("rcaSkipRefused", "The analysis is not left out"),
            message("rcaSkipped", "The analysis is left out"),
            message("cureProven", "All actions are proven"),
            message(
                    "exceptionSubmitted",
                    "The exception report was submitted",
                    new Variable("decider", "Who decides", "string", false)),
            message(
                    "exceptionReturned",
                    "The exception report was returned",
                    new Variable("writer", "Who writes the report", "string", false)),
            message("exceptionDecided", "The exception was decided"),
            message("exceptionWithdrawn", "The project is within its tolerance again"),
            message("issueActionsEnded", "All actions of the issue have ended"),
            message("issuePositionsClosed", "No more positions are taken"),
            message("issueWithdrawn", "The issue was withdrawn"),
            message("requestAnswered", "The request was answered"),
            message("requestDeclined", "The request was declined"),
            message("requestWithdrawn", "The request was withdrawn"),
            message("statusSettled", "The contradiction is settled"),
            message("criterionSettled", "A criterion of a handover was settled"),
            message(
                    "gateOpened",
                    "The gate of a handover opened",
                    new Variable("acceptor", "Who accepts on behalf of operations", "string", false)),
            message("gateReopened", "The gate of a handover no longer holds"),
            message("handoverRolledBack", "The handover was rolled back"),
            message("assumptionSettled", "The assumption was settled on its page"));

    private ProcessContract() {}

    private static Message message(String name, String label, Variable... brings) {
        return new Message(name, label, Arrays.asList(brings));
    }
}
