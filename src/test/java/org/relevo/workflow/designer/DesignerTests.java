package org.relevo.workflow.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Reply;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a draft to the cases that run by it, and back. */
@IntegrationTest
class DesignerTests {

    private static final String KEY = "designer-sample";

    @Autowired
    Visitors visitors;

    @Autowired
    PeopleRegister register;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueWork dueWork;

    private Visitor author;
    private Visitor reviewer;

    @BeforeEach
    void signIn() {
        author = admin("draws-processes");
        reviewer = admin("reviews-processes");
    }

    @AfterEach
    void forget() {
        repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(found -> found.getDeploymentId())
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        jdbc.sql("delete from process_release where process_key = :key")
                .param("key", KEY)
                .update();
        jdbc.sql("delete from process_draft where changed_by like '%-processes'")
                .update();
    }

    @Test
    void aDraftIsApprovedBySomebodyElseAndDeployedWithItsReasonInTheAuditTrail() {
        var draft = begin();
        save(draft, 1, waiting("Wait"));
        assertThat(author.get(page(draft)).page().text()).contains("Nothing. It can be deployed.");
        assertThat(author.submit(page(draft) + "/submit", Map.of("reason", "")).status())
                .isEqualTo(422);
        assertThat(author.submit(page(draft) + "/deploy", Map.of()).status()).isEqualTo(409);
        submitted(draft, "The supplier asks for it");
        var own = author.submit(page(draft) + "/approve", Map.of("decision", "Fine"));
        assertThat(own.status()).isEqualTo(403);
        assertThat(reviewer.submit(page(draft) + "/approve", Map.of("decision", "Fine"))
                        .status())
                .isEqualTo(302);
        assertThat(author.submit(page(draft) + "/deploy", Map.of()).status()).isEqualTo(302);
        assertThat(version()).isEqualTo(1);
        assertThat(author.get("/processes/" + KEY + "/versions").page().text())
                .contains("The supplier asks for it", "drawn by draws-processes, approved by reviews-processes");
        assertThat(jdbc.sql(
                                "select details from audit_event where action = 'process deployed' and subject = :s order by id desc limit 1")
                        .param("s", KEY + " version 1")
                        .query(String.class)
                        .single())
                .contains("sha256 " + Models.sha256(waiting("Wait")), "drawn by draws-processes");
    }

    @Test
    void whatWasSavedMeanwhileLockedOrUnsafeIsNotOverwritten() {
        var draft = begin();
        assertThat(save(draft, 1, waiting("One")).header("ETag")).isEqualTo("\"2\"");
        var meanwhile = put(reviewer, draft, "1", waiting("Two"));
        assertThat(meanwhile.status()).isEqualTo(412);
        assertThat(meanwhile.json().get("by").asString()).isEqualTo("draws-processes");
        assertThat(meanwhile.json().get("version").asInt()).isEqualTo(2);
        assertThat(author.get("/api/v1/drafts/" + draft + "/xml").body()).contains("One");
        author.submit(page(draft) + "/lock", Map.of());
        assertThat(put(reviewer, draft, "2", waiting("Two")).status()).isEqualTo(409);
        clock.advance(Duration.ofMinutes(31));
        assertThat(put(reviewer, draft, "2", waiting("Two")).status()).isEqualTo(204);
        var unsafe = put(author, draft, "3", "<!DOCTYPE a>" + waiting("Three"));
        assertThat(unsafe.status()).isEqualTo(422);
        assertThat(unsafe.json().get("problems").get(0).get("code").asString()).isEqualTo("DOCTYPE");
        assertThat(author.submit(page(draft) + "/use", Map.of("version", "2")).status())
                .isEqualTo(302);
        assertThat(author.get("/api/v1/drafts/" + draft + "/xml").body()).contains("One");
    }

    @Test
    void aModelIsCheckedWithElementLineAndRemedy() {
        var checked = author.with("X-CSRF-TOKEN", author.csrf())
                .postJson("/api/v1/processes/validate", waiting("x").replace("receiveTask", "scriptTask"));
        assertThat(checked.status()).isEqualTo(200);
        assertThat(checked.json().get("problems").toString())
                .contains("\"element\":\"wait\"", "UNKNOWN_ELEMENT", "remedy");
        var catalogue =
                author.get("/api/v1/processes/catalogue?process=p1-incident").json();
        assertThat(catalogue.get("actions").toString()).contains("draftRca", "\"inputs\"");
        assertThat(catalogue.get("variables").toString()).contains("acknowledged");
        assertThat(catalogue.get("roles").toString()).contains("SUPPORT_GROUP", "AGENT");
    }

    @Test
    void casesStayOnTheirVersionUntilTheyAreMoved() {
        deployed("Wait");
        var stays = runtime.startProcessInstanceByKey(KEY, "INC-0");
        var draft = id(author.submit("/processes/" + KEY + "/draft", Map.of()));
        save(draft, 1, waiting("Wait longer"));
        approvedAndDeployed(draft);
        assertThat(version()).isEqualTo(2);
        assertThat(versionOf(stays.getId())).isEqualTo(1);
        var forecast = author.get("/processes/" + KEY + "/migration").page();
        assertThat(forecast.text()).contains("INC-0", "wait", "move");
        var moved = author.submit("/processes/" + KEY + "/migration", Map.of());
        assertThat(moved.status()).isEqualTo(302);
        assertThat(author.get(moved.location()).page().text()).contains("going on", "0 of 1", "waits");
        dueWork.now();
        assertThat(author.get(moved.location()).page().text()).contains("done", "1 of 1", "1 moved");
        assertThat(versionOf(stays.getId())).isEqualTo(2);
        assertThat(author.submit("/processes/" + KEY + "/roll-back", Map.of("version", "1"))
                        .status())
                .isEqualTo(302);
        assertThat(version()).isEqualTo(3);
        assertThat(author.get("/processes/" + KEY + "/xml").body()).contains("\"Wait\"");
    }

    @Test
    void aCaseThatStandsWhereTheNewVersionHasNothingStays() {
        deployed("Wait");
        var stays = runtime.startProcessInstanceByKey(KEY, "INC-0");
        var draft = id(author.submit("/processes/" + KEY + "/draft", Map.of()));
        save(draft, 1, waiting("Wait").replace("\"wait\"", "\"another\""));
        approvedAndDeployed(draft);
        assertThat(author.get("/processes/" + KEY + "/migration").page().text())
                .contains("The new version has no wait.");
        var move = author.submit("/processes/" + KEY + "/migration", Map.of());
        dueWork.now();
        assertThat(author.get(move.location()).page().text()).contains("1 stayed", "The new version has no wait.");
        assertThat(versionOf(stays.getId())).isEqualTo(1);
    }

    @Test
    void thePasswordIsAskedForAgainAfterFiveMinutes() {
        deployed("Wait");
        clock.advance(Duration.ofMinutes(6));
        var path = "/processes/" + KEY + "/retire";
        assertThat(author.submit(path, Map.of("reason", "Not used")).status()).isEqualTo(422);
        assertThat(author.submit(path, Map.of("reason", "Not used", "password", "wrong"))
                        .status())
                .isEqualTo(422);
        assertThat(author.submit(path, Map.of("reason", "Not used", "password", "long enough"))
                        .status())
                .isEqualTo(302);
        assertThat(author.get("/processes?q=" + KEY).page().text()).contains("retired");
        assertThat(author.submit("/processes/rca/retire", Map.of("reason", "Not used"))
                        .status())
                .isEqualTo(409);
    }

    private void deployed(String name) {
        var draft = begin();
        save(draft, 1, waiting(name));
        approvedAndDeployed(draft);
    }

    private void approvedAndDeployed(String draft) {
        submitted(draft, "For the test");
        reviewer.submit(page(draft) + "/approve", Map.of());
        assertThat(author.submit(page(draft) + "/deploy", Map.of()).status()).isEqualTo(302);
    }

    private void submitted(String draft, String reason) {
        assertThat(author.submit(page(draft) + "/submit", Map.of("reason", reason))
                        .status())
                .isEqualTo(302);
    }

    private String begin() {
        return id(author.submit("/processes/drafts", Map.of("key", KEY, "name", "Sample")));
    }

    private static String id(Reply redirected) {
        assertThat(redirected.status()).isEqualTo(302);
        return redirected.location().replaceAll(".*/", "");
    }

    private static String page(String draft) {
        return "/processes/drafts/" + draft;
    }

    private Reply save(String draft, int read, String xml) {
        var saved = put(author, draft, String.valueOf(read), xml);
        assertThat(saved.status()).as(saved.body()).isEqualTo(204);
        return saved;
    }

    private static Reply put(Visitor visitor, String draft, String version, String xml) {
        return visitor.with("X-CSRF-TOKEN", visitor.csrf())
                .with("If-Match", "\"" + version + "\"")
                .putJson("/api/v1/drafts/" + draft + "/xml", xml);
    }

    private int version() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private int versionOf(String instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionVersion();
    }

    private static String waiting(String name) {
        return Models.empty(KEY, "Sample")
                .replace("<process ", "<message id=\"confirmed\" name=\"incidentConfirmed\"/>\n  <process ")
                .replace(
                        "<sequenceFlow id=\"startedToEnded\" sourceRef=\"started\" targetRef=\"ended\"/>",
                        """
                        <receiveTask id="wait" name="%s" messageRef="confirmed"/>
                            <sequenceFlow id="startedToEnded" sourceRef="started" targetRef="wait"/>
                            <sequenceFlow id="waitToEnded" sourceRef="wait" targetRef="ended"/>""".formatted(name));
    }

    private Visitor admin(String username) {
        if (register.all().stream().noneMatch(one -> one.person().username().equals(username))) {
            register.create(
                    Actor.system("test"),
                    new PersonForm(
                            username,
                            username,
                            username + "@example.org",
                            "UTC",
                            "en",
                            "",
                            Set.of("PROCESS_ADMIN"),
                            Set.of(),
                            true,
                            "long enough"));
        }
        return visitors.signedIn(username, "long enough");
    }
}
