package org.relevo.incident.communication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.incident.Incidents;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.rules.Metric;
import org.relevo.rules.Priority;
import org.relevo.rules.UpdateAudience;
import org.relevo.service.ServiceCatalogue;
import org.relevo.service.ServiceForm;
import org.relevo.service.Services;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.SettableClock;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class UpdatesTests {

    private static final Actor MARTA =
            new Actor("marta.ruiz", Actor.Kind.PERSON, Set.of(Role.SERVICE_MANAGER, Role.AGENT), Set.of());
    private static final Actor VIEWER = new Actor("clara.brandt", Actor.Kind.PERSON, Set.of(Role.VIEWER), Set.of());

    @Autowired
    Updates updates;

    @Autowired
    Audiences audiences;

    @Autowired
    ServiceCatalogue catalogue;

    @Autowired
    Services services;

    @Autowired
    Commitments commitments;

    @Autowired
    Incidents incidents;

    @Autowired
    Cases cases;

    @Autowired
    DueWork dueWork;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aServiceWithUsersAndManagement() {
        if (services.find("tannoy").isEmpty()) {
            catalogue.create(
                    Cases.TEST,
                    new ServiceForm("tannoy", "Tannoy", "", "silver", "workplace", "marta.ruiz", "marta.ruiz", "", ""));
        }
        audiences.save(
                Cases.TEST,
                "tannoy",
                UpdateAudience.USERS,
                new AudienceForm("en", "", "workplace", "hall@example.org clara.brandt@demo.relevo.invalid"));
        audiences.save(Cases.TEST, "tannoy", UpdateAudience.MANAGEMENT, new AudienceForm("es", "clara.brandt", "", ""));
    }

    @Test
    void anUpdateReachesEveryRecipientOnceInTheTextThatSaysMost() {
        var incident = cases.raise(Priority.P1, "tannoy");
        send(incident, 0, "It crackles");
        dueWork.now();
        var mails = cases.sent(incident.number()).stream()
                .filter(mail -> mail.uniqueKey().contains("/update/"))
                .toList();
        assertThat(mails)
                .extracting(Cases.OutgoingMail::recipient)
                .doesNotHaveDuplicates()
                .contains("hall@example.org");
        assertThat(mails)
                .filteredOn(mail -> mail.recipient().startsWith("clara.brandt"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("It crackles MANAGEMENT"));
        assertThat(mails)
                .filteredOn(mail -> mail.recipient().equals("hall@example.org"))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("It crackles USERS").doesNotContain("/incidents/"));
    }

    @Test
    void anUpdateMeetsTheOneThatIsOwedAndOpensTheNext() {
        var incident = cases.raise(Priority.P1, "tannoy");
        clock.advance(Duration.ofMinutes(25));
        send(incident, 0, "It crackles");
        assertThat(owed(incident.number()))
                .extracting(Commitment::state)
                .containsExactly(Commitment.Status.MET, Commitment.Status.RUNNING);
        assertThat(owed(incident.number()).get(1).dueAt(clock.instant()))
                .contains(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void anUpdateToOthersThanThoseItIsOwedToLeavesItOwed() {
        audiences.save(
                Cases.TEST, "tannoy", UpdateAudience.SUPPLIERS, new AudienceForm("en", "", "", "amps@example.org"));
        var incident = cases.raise(Priority.P1, "tannoy");
        clock.advance(Duration.ofMinutes(10));
        updates.send(
                MARTA, incident.number(), 0, List.of(new Written(UpdateAudience.SUPPLIERS, "Tannoy", "It crackles")));
        assertThat(owed(incident.number()))
                .singleElement()
                .satisfies(one -> assertThat(one.dueAt(clock.instant()))
                        .contains(incident.raisedAt().plus(Duration.ofMinutes(30))));
        audiences.save(Cases.TEST, "tannoy", UpdateAudience.SUPPLIERS, new AudienceForm("en", "", "", ""));
    }

    @Test
    void anUpdateThatComesLateIsNotedAsMissed() {
        var incident = cases.raise(Priority.P1, "tannoy");
        clock.advance(Duration.ofMinutes(31));
        send(incident, 0, "It crackles");
        assertThat(owed(incident.number()))
                .extracting(Commitment::state)
                .containsExactly(Commitment.Status.BREACHED, Commitment.Status.RUNNING);
    }

    @Test
    void clickedTwiceItIsOneUpdateAndWrittenByTwoAtOnceTheSecondIsAskedToRead() {
        var incident = cases.raise(Priority.P1, "tannoy");
        var first = send(incident, 0, "It crackles");
        assertThat(send(incident, 0, "It crackles").id()).isEqualTo(first.id());
        assertThatThrownBy(() -> send(incident, 0, "It is quiet"))
                .isInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("The last update is number 1 now, not 0.");
        assertThat(send(incident, 1, "It is quiet").number()).isEqualTo(2);
    }

    @Test
    void onlyThoseWhoWorkOnIncidentsSendUpdates() {
        var incident = cases.raise(Priority.P1, "tannoy");
        assertThatThrownBy(() -> updates.send(VIEWER, incident.number(), 0, List.of()))
                .isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() -> audiences.of(VIEWER, "tannoy")).isInstanceOf(Refusal.NotAllowed.class);
        assertThatThrownBy(() ->
                        audiences.save(VIEWER, "tannoy", UpdateAudience.USERS, new AudienceForm("en", "", "", "")))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void aTextThatCannotBeSentIsRefusedByItsField() {
        var incident = cases.raise(Priority.P1, "tannoy");
        assertThatThrownBy(() -> updates.send(
                        MARTA,
                        incident.number(),
                        0,
                        List.of(
                                new Written(UpdateAudience.USERS, " ", "text"),
                                new Written(UpdateAudience.MANAGEMENT, "subject", " "),
                                new Written(UpdateAudience.SUPPLIERS, "subject", "text"))))
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Refusal.FieldProblem::field)
                                .containsExactly("subject.USERS", "body.MANAGEMENT", "audiences"));
    }

    @Test
    void aDraftSaysWhatHasChangedSinceTheLastUpdateInTheLanguageOfItsAudience() {
        var incident = cases.raise(Priority.P2, "tannoy");
        clock.advance(Duration.ofMinutes(5));
        incidents.acknowledge(incident.number(), MARTA, "in a test");
        var first = draft(incident, UpdateAudience.USERS);
        assertThat(first.body())
                .contains(
                        "Tannoy has not worked as it should",
                        "The team has taken it on.",
                        "You will hear from us again by");
        assertThat(first.subject()).isEqualTo("Tannoy: disruption");
        send(incident, 0, "It crackles");
        assertThat(draft(incident, UpdateAudience.USERS).body())
                .contains("Nothing has changed since our last update")
                .doesNotContain("taken it on");
        clock.advance(Duration.ofMinutes(5));
        cases.rate(incident.number(), Priority.P1);
        var management = draft(incident, UpdateAudience.MANAGEMENT);
        assertThat(management.language()).isEqualTo(Locale.forLanguageTag("es"));
        assertThat(management.body()).contains("La prioridad ha pasado de P2 a P1.", "Prioridad: P1");
        incidents.resolve(incident.number(), MARTA, "new amplifier");
        assertThat(draft(incident, UpdateAudience.USERS).body())
                .contains(
                        "works again since".replace("works", "has worked"),
                        "Solved: new amplifier",
                        "our last update on this");
        assertThat(send(incident, 1, "It plays").state().open()).isFalse();
    }

    @Test
    void anAudienceThatWasLeftOutHearsWhatItMissed() {
        var incident = cases.raise(Priority.P1, "tannoy");
        clock.advance(Duration.ofMinutes(5));
        incidents.acknowledge(incident.number(), MARTA, "in a test");
        clock.advance(Duration.ofMinutes(5));
        updates.send(MARTA, incident.number(), 0, List.of(new Written(UpdateAudience.USERS, "Tannoy", "It crackles")));
        assertThat(draft(incident, UpdateAudience.USERS).body()).doesNotContain("taken it on");
        assertThat(draft(incident, UpdateAudience.MANAGEMENT).body()).contains("El equipo se ha hecho cargo.");
    }

    @Test
    void aWebhookThatFailsIsTriedAgainUntilItTakesTheMessageOnce() {
        try (var chat = new ChatServer(500, 0, 200)) {
            var incident = withHook(chat, WebhookForm.SLACK);
            send(incident, 0, "It crackles");
            dueWork.now();
            assertThat(hook(incident).state()).isEqualTo("RETRYING");
            assertThat(hook(incident).answer()).isEqualTo("HTTP 500: said 500");
            dueWork.after(Duration.ofSeconds(4));
            assertThat(chat.taken()).as("not before its time").hasSize(1);
            dueWork.after(Duration.ofSeconds(1));
            assertThat(hook(incident).answer()).contains("no answer");
            dueWork.after(Duration.ofSeconds(15));
            dueWork.after(Duration.ofMinutes(1));
            assertThat(hook(incident).state()).isEqualTo("SENT");
            assertThat(hook(incident).attempts()).isEqualTo(3);
            assertThat(chat.taken()).hasSize(3).allMatch(body -> body.contains("It crackles USERS"));
            assertThat(chat.taken().get(2)).contains("\"blocks\"", "\"text\"");
            removeHooks();
        }
    }

    @Test
    void aWebhookThatIsDownIsTriedAgain() {
        var chat = new ChatServer(200);
        var incident = withHook(chat, WebhookForm.TEAMS);
        chat.close();
        send(incident, 0, "It crackles");
        dueWork.now();
        assertThat(hook(incident).state()).isEqualTo("RETRYING");
        jdbc.update(
                "update webhook_delivery set created_at = created_at - interval '24 hours' where work_item = ?",
                incident.number().value());
        dueWork.after(Duration.ofSeconds(5));
        assertThat(hook(incident).state()).as("given up after a day").isEqualTo("DEAD");
        removeHooks();
    }

    @Test
    void aWebhookThatIsGoneIsDisabledAndFound(@Autowired WebhookFindings findings) {
        try (var chat = new ChatServer(410)) {
            var incident = withHook(chat, WebhookForm.TEAMS);
            send(incident, 0, "It crackles");
            dueWork.now();
            assertThat(hook(incident).state()).isEqualTo("DEAD");
            assertThat(hooks()).singleElement().satisfies(hook -> {
                assertThat(hook.disabledBecause()).isEqualTo("HTTP 410: said 410");
                assertThat(hook.shown()).endsWith("/…").doesNotContain("secret");
            });
            assertThat(findings.inspect(clock.instant()))
                    .anySatisfy(finding -> assertThat(finding.kind()).isEqualTo("webhook-disabled"));
            send(incident, 1, "It still crackles");
            assertThat(chat.taken()).hasSize(1);
            removeHooks();
        }
    }

    @Test
    void aMessageWhoseExecutionWasLostGetsAnother(@Autowired TimedDeliveries timed) {
        try (var chat = new ChatServer(200)) {
            var incident = withHook(chat, WebhookForm.SLACK);
            send(incident, 0, "It crackles");
            jdbc.update("delete from scheduled_tasks where task_name = ?", WebhookTask.NAME);
            assertThat(timed.rows().astray()).isEqualTo(1);
            timed.rows().astray(0, 10).forEach(timed::rearm);
            dueWork.now();
            assertThat(hook(incident).state()).isEqualTo("SENT");
            assertThat(timed.rows().astray()).isZero();
            removeHooks();
        }
    }

    private WorkItem withHook(ChatServer chat, WebhookForm form) {
        removeHooks();
        audiences.addHook(
                Cases.TEST, "tannoy", UpdateAudience.USERS, new WebhookEntry("#tannoy", form, chat.address()));
        return cases.raise(Priority.P1, "tannoy");
    }

    private List<Webhook> hooks() {
        return audiences.of(Cases.TEST, "tannoy").stream()
                .flatMap(one -> one.webhooks().stream())
                .toList();
    }

    private void removeHooks() {
        hooks().forEach(hook -> audiences.removeHook(Cases.TEST, "tannoy", hook.id()));
    }

    private Sent.Receipt hook(WorkItem incident) {
        return updates.of(incident.number(), ZoneOffset.UTC).history().get(0).receipts().stream()
                .filter(receipt -> receipt.channel() == Sent.Channel.WEBHOOK)
                .findFirst()
                .orElseThrow();
    }

    private Draft draft(WorkItem incident, UpdateAudience audience) {
        return updates.of(incident.number(), ZoneOffset.UTC).drafts().stream()
                .filter(one -> one.audience() == audience)
                .findFirst()
                .orElseThrow();
    }

    private Update send(WorkItem incident, int follows, String text) {
        return updates.send(
                MARTA,
                incident.number(),
                follows,
                List.of(
                        new Written(UpdateAudience.USERS, "Tannoy", text + " USERS"),
                        new Written(UpdateAudience.MANAGEMENT, "Tannoy", text + " MANAGEMENT")));
    }

    private List<Commitment> owed(WorkItemNumber number) {
        return commitments.of(number).stream()
                .filter(one -> one.metric() == Metric.UPDATE)
                .sorted(java.util.Comparator.comparing(Commitment::startedAt))
                .toList();
    }
}
