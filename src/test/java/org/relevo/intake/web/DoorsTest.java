package org.relevo.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.ApiTokens;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Reply;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The doors as machines and people meet them. */
@IntegrationTest
class DoorsTest {

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiTokens tokens;

    @Autowired
    EventAllowance allowance;

    @Test
    void capturesSentInAnyOrderByEightSendersEndOnOneIncident() throws Exception {
        var fresh = fingerprints("crowd");
        var work = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < 6; i++) {
            for (var capture :
                    List.of(Captures.FIRING_1, Captures.FIRING_2, Captures.ONE_RESOLVED, Captures.RESOLVED)) {
                var body = fresh.of(capture);
                work.add(() -> visitors.machine().postJson("/api/v1/alerts/alertmanager", body));
            }
        }
        Collections.shuffle(work, new Random(7));
        var senders = Executors.newFixedThreadPool(8);
        var replies = senders.invokeAll(work);
        senders.shutdown();

        for (var reply : replies) {
            assertThat(reply.get().status()).as(reply.get().body()).isEqualTo(200);
        }
        assertThat(jdbc.sql("select count(distinct work_item) from alert where fingerprint like '%crowd'")
                        .query(Long.class)
                        .single())
                .isOne();
        var number = jdbc.sql("select distinct work_item from alert where fingerprint like '%crowd'")
                .query(String.class)
                .single();
        var item = visitors.machine().get("/api/v1/work-items/" + number).json();
        assertThat(item.get("resolutionProposed").asString()).isEqualTo("all 2 alerts are resolved");
        assertThat(item.get("alerts").size()).isEqualTo(2);
        assertThat(item.get("alerts").get(0).get("status").asString()).isEqualTo("resolved");
        assertThat(item.get("timeline").size()).isGreaterThanOrEqualTo(4);
        assertThat(item.get("priorityReason").asString()).isNotBlank();
    }

    @Test
    void anAlertOfAnUnknownServiceGoesToTriageWithTheReason() {
        var body = fingerprints("lost").of(Captures.FIRING_1).replace("payments", "nobody-knows");
        var number = visitors.machine()
                .postJson("/api/v1/alerts/alertmanager", body)
                .json()
                .get("incidents")
                .get(0)
                .asString();
        var item = visitors.machine().get("/api/v1/work-items/" + number).json();

        assertThat(item.get("service").isNull()).isTrue();
        assertThat(item.get("team").asString()).isEqualTo("triage");
        assertThat(item.get("timeline").toString()).contains("\\\"nobody-knows\\\" is not in the service catalogue");
    }

    @Test
    void grafanaMayPostAndPut() {
        var reply = visitors.machine().postJson("/api/v1/alerts/grafana", text(Captures.GRAFANA));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("changed").asInt()
                        + reply.json().get("unchanged").asInt())
                .isEqualTo(2);
    }

    @Test
    void pagerDutyEventsAreAnsweredAsPagerDutyAnswersThem() {
        var trigger =
                text(Captures.TRIGGER).replace("0123456789abcdef0123456789abcdef", "relevo-demo-token-0123456789abcd");
        var reply = visitors.anonymous().postJson("/v2/enqueue", trigger);

        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.body())
                .isEqualTo("{\"status\":\"success\",\"message\":\"Event processed\","
                        + "\"dedup_key\":\"9b3daf2cfd044a4c32071385a9b4912e8aed7e8a84a51fc45bcad7cfd1760a59\"}");
        var invalid = visitors.anonymous().postJson("/v2/enqueue", "{\"routing_key\":\"short\"}");
        assertThat(invalid.status()).isEqualTo(400);
        assertThat(invalid.body())
                .isEqualTo(
                        "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\",\"errors\":["
                                + "\"Length of 'routing_key' is incorrect (should be 32 characters)\",\"'event_action' is missing or blank\"]}");
        var unknown = visitors.anonymous().postJson("/v2/enqueue", text(Captures.TRIGGER));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("'routing_key' is not known");
    }

    @Test
    void aSenderWhoSendsTooMuchIsAskedToWaitAsPagerDutyAsks() {
        var token = tokens.create(Actor.system("test"), "flood", Set.of("alerts"));
        for (int i = 0; i < 60_000; i++) {
            assertThat(allowance.take("flood")).isEmpty();
        }
        var reply = visitors.anonymous()
                .postJson("/v2/enqueue", text(Captures.TRIGGER).replace("0123456789abcdef0123456789abcdef", token));

        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After"))).isBetween(1, 60);
        assertThat(reply.body())
                .isEqualTo("{\"status\":\"throttle exceeded\","
                        + "\"message\":\"Requests for this service are arriving too quickly.  Please retry later.\"}");
    }

    @Test
    void whatCannotBeReadInAnAddressIsRefusedByName() {
        var machine = visitors.machine();
        for (var path : List.of("/api/v1/tasks?page=abc", "/api/v1/imports/abc")) {
            assertThat(machine.get(path).status()).as(path).isEqualTo(400);
        }
        var noText = machine.get("/api/v1/work-items?service=%00");
        assertThat(noText.status()).as(noText.body()).isEqualTo(400);
        var page = visitors.signedIn("marta.ruiz").get("/incidents?q=%00");
        assertThat(page.status()).isEqualTo(400);
        var tooLate = text(Captures.FIRING_1)
                .replaceFirst("\"startsAt\":\"[^\"]*\"", "\"startsAt\":\"9999-12-31T23:59:59-18:00\"");
        assertThat(fields(
                        machine.postJson("/api/v1/alerts/alertmanager", tooLate).json()))
                .containsExactly("/alerts/0/startsAt");
    }

    @Test
    void anAnswerThatTheSenderWouldNotAcceptIsNoFault() {
        var picky = visitors.machine().with("Accept", "text/plain");
        var event =
                text(Captures.TRIGGER).replace("0123456789abcdef0123456789abcdef", "relevo-demo-token-0123456789abcd");

        assertThat(picky.postJson("/v2/enqueue", event).status()).isEqualTo(202);
        assertThat(picky.postJson("/v2/enqueue", "{}").status()).isEqualTo(400);
        assertThat(picky.postJson("/api/v1/incidents", "{\"title\":\"Picky\"}").status())
                .isEqualTo(406);
        assertThat(jdbc.sql("select count(*) from work_item where title = 'Picky'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aTitleIsOneLine() {
        var raised = visitors.machine()
                .postJson("/api/v1/incidents", "{\"title\":\"Line stands\\r\\nBcc: all\\u2028Dear all\"}");
        assertThat(raised.json().get("title").asString()).isEqualTo("Line stands Bcc: all Dear all");
    }

    @Test
    void theBodyOfACompletionIsBoundedAndReadAsStrictlyAsAnyOther() {
        var machine = visitors.machine();
        var path = "/api/v1/tasks/none/complete";
        assertThat(machine.postJson(path, "{\"a\":\"" + "x".repeat(300_000) + "\"}")
                        .status())
                .isEqualTo(413);
        assertThat(machine.postJson(path, "[]").status()).isEqualTo(400);
        assertThat(machine.postJson(path, "{}").status()).isEqualTo(404);
    }

    @Test
    void whateverIsWrongIsToldAtOnceByFieldAndRemedy() {
        var body = text(Captures.FIRING_2)
                .replace("\"version\":\"4\"", "\"version\":\"5\"")
                .replaceFirst("\"startsAt\":\"[^\"]*\"", "\"startsAt\":\"soon\"")
                .replaceFirst("\"status\":\"firing\",\"labels\"", "\"status\":\"odd\",\"labels\"");
        var reply = visitors.machine().postJson("/api/v1/alerts/alertmanager", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        var problem = reply.json();
        assertThat(problem.get("type").asString()).isEqualTo("urn:relevo:problem:invalid");
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("instance").asString()).isEqualTo("/api/v1/alerts/alertmanager");
        assertThat(fields(problem)).containsExactlyInAnyOrder("/version", "/alerts/0/startsAt", "/alerts/0/status");
    }

    @Test
    void badJsonIsToldWithLineAndColumn() {
        var reply = visitors.machine().postJson("/api/v1/alerts/alertmanager", "{\n  \"version\": oops\n}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("detail").asString()).contains("line 2, column");
    }

    @Test
    void whatIsTooDeepTooLongOrOfAnotherKindIsRefused() {
        var machine = visitors.machine();
        var deep = machine.postJson("/api/v1/alerts/alertmanager", "[".repeat(40) + "]".repeat(40));
        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.json().get("detail").asString()).contains("32 deep");

        var large = machine.postJson("/api/v1/alerts/alertmanager", "{\"a\":\"" + "x".repeat(300_000) + "\"}");
        assertThat(large.status()).isEqualTo(413);

        var method = machine.get("/api/v1/alerts/alertmanager");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.json().get("detail").asString()).contains("Use POST");

        var type = machine.submitBare("/api/v1/alerts/alertmanager", Map.of("a", "b"));
        assertThat(type.status()).as(type.body()).isEqualTo(415);
        assertThat(type.json().get("detail").asString()).contains("application/json");

        assertThat(visitors.anonymous()
                        .postJson("/api/v1/alerts/alertmanager", "{}")
                        .status())
                .isEqualTo(401);
        assertThat(machine.get("/api/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void anIncidentIsRaisedOnceForAKey() {
        var machine = visitors.machine().with("Idempotency-Key", "doors-1");
        var first = machine.postJson(
                "/api/v1/incidents", "{\"title\":\"Label printer jams\",\"impact\":\"high\",\"urgency\":\"HIGH\"}");
        var again = machine.postJson(
                "/api/v1/incidents", "{\"title\":\"Label printer jams\",\"impact\":\"high\",\"urgency\":\"HIGH\"}");
        var other = machine.postJson("/api/v1/incidents", "{\"title\":\"Another\"}");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().get("priority").asString()).isEqualTo("P1");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.location())
                .isEqualTo(first.location())
                .isEqualTo("/api/v1/work-items/" + first.json().get("number").asString());
        assertThat(other.status()).isEqualTo(409);
        assertThat(machine.get(first.location()).json().get("title").asString()).isEqualTo("Label printer jams");
    }

    @Test
    void unknownFieldsOfOurOwnBodiesAreRefusedByName() {
        var reply =
                visitors.machine().postJson("/api/v1/incidents", "{\"titel\":\"x\",\"impact\":\"huge\",\"service\":5}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(fields(reply.json())).containsExactlyInAnyOrder("/titel", "/title", "/impact", "/service");
    }

    @Test
    void workItemsAreFilteredAndBadFiltersNameWhatIsAllowed() {
        var machine = visitors.machine();
        machine.postJson("/api/v1/incidents", "{\"title\":\"To be found\",\"impact\":\"LOW\",\"urgency\":\"LOW\"}");
        var found = machine.get("/api/v1/work-items?type=INCIDENT&state=new&priority=P4&size=1")
                .json();

        assertThat(found.get("items").size()).isOne();
        assertThat(found.get("total").asLong()).isGreaterThanOrEqualTo(1);
        var bad = machine.get("/api/v1/work-items?priority=P9");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json().get("detail").asString()).contains("P1, P2, P3, P4");
        assertThat(machine.get("/api/v1/work-items?size=201").status()).isEqualTo(400);
        assertThat(machine.get("/api/v1/work-items/INC-999999").status()).isEqualTo(404);
    }

    @Test
    void theFormKeepsWhatWasTypedAndRaisesOnce() {
        var ana = visitors.signedIn("marta.ruiz");
        var form = ana.get("/incidents/new");
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        var key = form.page().select("input[name=key]").val();

        var refused = ana.submit(
                "/incidents",
                Map.of("title", " ", "description", "The belt stands", "impact", "HIGH", "urgency", "LOW", "key", key));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.page().select("#title-problem").text()).contains("needs a title");
        assertThat(refused.page().select("#description").text()).isEqualTo("The belt stands");
        assertThat(refused.page().select("#impact option[selected]").val()).isEqualTo("HIGH");

        var typed =
                Map.of("title", "The belt stands", "description", "", "impact", "HIGH", "urgency", "LOW", "key", key);
        var sent = ana.submit("/incidents", typed);
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.location()).contains("/incidents/INC-");
        assertThat(ana.submit("/incidents", typed).location()).isEqualTo(sent.location());
    }

    @Test
    void theDescriptionOfTheApiNamesTheDoors() {
        var description = visitors.machine().get("/v3/api-docs");

        assertThat(description.status()).as(description.body()).isEqualTo(200);
        assertThat(description.json().get("paths").propertyNames())
                .contains(
                        "/api/v1/alerts/alertmanager",
                        "/v2/enqueue",
                        "/api/v1/incidents",
                        "/api/v1/work-items/{number}",
                        "/api/v1/imports");
        assertThat(description
                        .json()
                        .at("/components/securitySchemes/bearer/scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    private static List<String> fields(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }

    private static String text(String capture) {
        return new String(Captures.bytes(capture), StandardCharsets.UTF_8);
    }

    /** Captures of a group and of alerts that no other test has seen. */
    private static Marked fingerprints(String mark) {
        return capture -> text(capture)
                .replaceAll("\"fingerprint\":\"([0-9a-f]+)\"", "\"fingerprint\":\"$1" + mark + "\"")
                .replace("\"groupKey\":\"", "\"groupKey\":\"" + mark);
    }

    private interface Marked {
        String of(String capture);
    }
}
