package org.relevo.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.Gap;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Rotas;
import org.relevo.people.Shift;
import org.relevo.people.SwapAsked;
import org.relevo.people.SwapForm;
import org.relevo.people.Swaps;
import org.relevo.people.TeamForm;
import org.relevo.people.Teams;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Reply;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A team of three with weekly turns from Monday 2 March 2026 08:00 in Madrid: Samuel, Priya, Nadia. */
@IntegrationTest
class RotaPagesTest {

    private static final String TEAM = "rota-test";

    @Autowired
    Visitors visitors;

    @Autowired
    Teams teams;

    @Autowired
    People people;

    @Autowired
    Rotas rotas;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    private Instant before;
    private long mailsBefore;

    @BeforeEach
    void makeTheTeam() {
        mailsBefore = jdbc.sql("select coalesce(max(id), 0) from outbox")
                .query(Long.class)
                .single();
        before = clock.instant();
        clock.set(Instant.parse("2026-03-03T09:00:00Z"));
        teams.create(
                Actor.system("test"),
                new TeamForm(
                        TEAM,
                        "Rota test",
                        "Europe/Madrid",
                        "2026-03-02",
                        "08:00",
                        "samuel.okafor\npriya.nair\nnadia.lund"));
    }

    @AfterEach
    void removeIt() {
        jdbc.sql("delete from team where key = :team").param("team", TEAM).update();
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from calendar_address").update();
        clock.set(before);
        // A change that changes nothing, so that what was deleted is not remembered.
        teams.change(Actor.system("test"), "ops", new TeamForm("ops", "Operations", "Europe/Madrid", "", "", ""));
    }

    @Test
    void theTeamsPageTellsWhoIsOnCallForEightWeeks() {
        var page = visitors.signedIn("jonas.weber").get("/teams/" + TEAM).page();
        assertThat(page.select(".rota tbody tr")).hasSize(8);
        assertThat(page.select(".rota tbody tr").get(1).text()).contains("Mon 08:00 Priya Nair");
        assertThat(page.select(".rota svg rect.who0, .rota svg rect.who1")).isNotEmpty();
        assertThat(page.text()).contains("Samuel Okafor is on call on layer 1 and on layer 1 of");
    }

    @Test
    void aSecondLayerIsEnteredByAServiceManager() {
        var reply = visitors.signedIn("marta.ruiz").submit("/teams/" + TEAM + "/layers/2", layer("1", "lena.hoffmann"));
        assertThat(reply.location()).endsWith("/teams/rota-test?saved");
        var at = Instant.parse("2026-03-03T09:00:00Z");
        assertThat(people.onCall(TEAM, 2, at)).map(Person::username).contains("lena.hoffmann");
        assertThat(people.onCallOfAllLayers(TEAM, at))
                .extracting(Person::username)
                .containsExactly("samuel.okafor", "lena.hoffmann");
        assertThat(people.onCall(TEAM, 2, Instant.parse("2026-03-07T12:00:00Z")))
                .isEmpty();
    }

    @Test
    void whatIsWrongWithALayerIsSaidBesideItsFieldsAndWhatWasTypedIsKept() {
        var typed = layer("0", "somebody.else");
        typed.put("windows", "weekdays");
        var reply = visitors.signedIn("marta.ruiz").submit("/teams/" + TEAM + "/layers/2", typed);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.page().select(".problem").eachText())
                .anyMatch(text -> text.contains("1 to 366"))
                .anyMatch(text -> text.contains("somebody.else"))
                .anyMatch(text -> text.contains("Mon-Fri 08:00-18:00"));
        assertThat(reply.page().select("#windows").text()).isEqualTo("weekdays");
    }

    @Test
    void whoSavesTheSameRotaSecondIsToldOfTheFirst() {
        var marta = visitors.signedIn("marta.ruiz");
        assertThat(marta.submit("/teams/" + TEAM + "/layers/2", layer("1", "lena.hoffmann"))
                        .status())
                .isEqualTo(302);
        var second = visitors.signedIn("admin").submit("/teams/" + TEAM + "/layers/2", layer("2", "tomas.novak"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("[role=alert]").text())
                .contains("changed")
                .contains("marta.ruiz");
        assertThat(second.page().select("#places").text()).isEqualTo("tomas.novak");
        assertThat(people.onCall(TEAM, 2, clock.instant()))
                .map(Person::username)
                .contains("lena.hoffmann");
    }

    @Test
    void anOverrideTakesEffectAtOnceAndIsAudited() {
        var reply = visitors.signedIn("marta.ruiz")
                .submit(
                        "/teams/" + TEAM + "/overrides",
                        override("lena.hoffmann", "2026-03-04T08:00", "2026-03-05T08:00"));
        assertThat(reply.location()).endsWith("?saved");
        assertThat(people.onCall(TEAM, Instant.parse("2026-03-04T07:00:00Z")))
                .map(Person::username)
                .contains("lena.hoffmann");
        assertThat(people.onCall(TEAM, Instant.parse("2026-03-05T07:00:00Z")))
                .map(Person::username)
                .contains("samuel.okafor");
        assertThat(jdbc.sql("select by_whom || ' ' || details from audit_event where subject = 'rota-test'"
                                + " and action = 'override made' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("marta.ruiz")
                .contains("lena.hoffmann")
                .contains("a reason");
        assertThat(visitors.signedIn("jonas.weber").get("/teams/" + TEAM).page().text())
                .contains("a reason (entered by marta.ruiz)");
    }

    @Test
    void aMemberGivesAwayOwnShiftsOnly() {
        var priya = visitors.signedIn("priya.nair");
        var others = priya.submit(
                "/teams/" + TEAM + "/overrides", override("nadia.lund", "2026-03-04T08:00", "2026-03-05T08:00"));
        assertThat(others.status()).isEqualTo(422);
        assertThat(others.page().select(".problem").text()).contains("not on call on layer 1");
        var own = priya.submit(
                "/teams/" + TEAM + "/overrides", override("nadia.lund", "2026-03-10T08:00", "2026-03-11T08:00"));
        assertThat(own.status()).isEqualTo(302);
        assertThat(visitors.signedIn("jonas.weber")
                        .submit("/teams/" + TEAM + "/overrides", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSwapCountsOnceTheOtherPersonAccepts() {
        var shifts = rotas.shifts(TEAM, clock.instant(), clock.instant().plus(Duration.ofDays(20)));
        var ask = Map.of("mine", SwapForm.written(shifts.get(1)), "theirs", SwapForm.written(shifts.get(2)));
        var priya = visitors.signedIn("priya.nair");
        assertThat(priya.submit("/teams/" + TEAM + "/swaps", ask).location()).endsWith("?asked");
        var second = shifts.get(1).from();
        assertThat(people.onCall(TEAM, second)).map(Person::username).contains("priya.nair");
        var nadia = visitors.signedIn("nadia.lund");
        var accept =
                nadia.get("/account").page().select("form[action$=/accept]").attr("action");
        assertThat(priya.submit(accept, Map.of()).status()).isEqualTo(403);
        assertThat(nadia.submit(accept, Map.of()).status()).isEqualTo(302);
        assertThat(people.onCall(TEAM, second)).map(Person::username).contains("nadia.lund");
        assertThat(people.onCall(TEAM, shifts.get(2).from()))
                .map(Person::username)
                .contains("priya.nair");
        assertThat(rotas.shifts(TEAM, second, second.plusSeconds(1)))
                .singleElement()
                .satisfies(shift -> assertThat(shift.kind()).isEqualTo(Shift.Kind.SWAP));
        assertThat(nadia.submit(accept, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whoIsAskedForASwapIsMailedOnceAndSoIsTheAskerWhenItIsAnswered() {
        var shifts = rotas.shifts(TEAM, clock.instant(), clock.instant().plus(Duration.ofDays(20)));
        visitors.signedIn("priya.nair")
                .submit(
                        "/teams/" + TEAM + "/swaps",
                        Map.of(
                                "mine",
                                SwapForm.written(shifts.get(1)),
                                "theirs",
                                SwapForm.written(shifts.get(2)),
                                "reason",
                                "My sister marries"));
        var asked = swapMails().get(0);
        assertThat(asked.recipient()).isEqualTo("nadia.lund");
        assertThat(asked.subject()).isEqualTo("Priya Nair asks you to exchange shifts");
        assertThat(asked.text()).contains("My sister marries").contains("Nothing changes until you accept.");
        var nadia = visitors.signedIn("nadia.lund");
        var page = nadia.get("/account").page();
        nadia.submit(page.select("form[action$=/decline]").attr("action"), Map.of());
        nadia.submit(page.select("form[action$=/decline]").attr("action"), Map.of());
        assertThat(swapMails()).hasSize(2);
        assertThat(swapMails().get(1).recipient()).isEqualTo("priya.nair");
        assertThat(swapMails().get(1).subject()).isEqualTo("Nadia Lund and you do not exchange shifts");
    }

    @Test
    void aSwapMailIsInTheRecipientsLanguageAndAtTheRecipientsTime() {
        var shifts = rotas.shifts(TEAM, clock.instant(), clock.instant().plus(Duration.ofDays(20)));
        var given = shifts.get(1);
        var nadia = people.find("nadia.lund").orElseThrow();
        var inTokyo = new Person(
                nadia.username(),
                nadia.name(),
                nadia.mail(),
                ZoneId.of("Asia/Tokyo"),
                Locale.forLanguageTag("es"),
                null,
                true);
        var taken = new Shift(1, inTokyo, shifts.get(2).from(), shifts.get(2).to(), Shift.Kind.ROTATION);
        events.publishEvent(new SwapAsked(new Swaps.Entry(Long.MAX_VALUE, TEAM, given, taken, "")));
        assertThat(swapMails()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Priya Nair le pide cambiar turnos");
            assertThat(mail.text()).contains("marzo").contains("Asia/Tokyo");
        });
    }

    private record SwapMail(String recipient, String subject, String text) {}

    private List<SwapMail> swapMails() {
        return jdbc.sql("select * from outbox where unique_key like 'swap/%' and id > :before order by id")
                .param("before", mailsBefore)
                .query((row, i) ->
                        new SwapMail(row.getString("username"), row.getString("subject"), row.getString("body_text")))
                .list();
    }

    @Test
    void whileSomebodyIsAwayTheNextPlaceCoversAndWhenEverybodyIsThatIsAGap() {
        var samuel = visitors.signedIn("samuel.okafor");
        samuel.submit("/account/absences", Map.of("from", "2026-03-04T00:00", "to", "2026-03-05T00:00"));
        var at = Instant.parse("2026-03-04T12:00:00Z");
        assertThat(people.isAbsent("samuel.okafor", at)).isTrue();
        assertThat(people.onCall(TEAM, at)).map(Person::username).contains("priya.nair");
        for (var other : List.of("priya.nair", "nadia.lund")) {
            visitors.signedIn(other)
                    .submit("/account/absences", Map.of("from", "2026-03-04T10:00", "to", "2026-03-04T20:00"));
        }
        assertThat(people.onCall(TEAM, at)).isEmpty();
        assertThat(rotas.gaps(TEAM, clock.instant(), clock.instant().plus(Duration.ofDays(56))))
                .filteredOn(gap -> gap.kind() == Gap.Kind.GAP)
                .containsExactly(new Gap(
                        1,
                        Instant.parse("2026-03-04T09:00:00Z"),
                        Instant.parse("2026-03-04T19:00:00Z"),
                        Gap.Kind.GAP,
                        "Nobody is on call: Samuel Okafor is absent, and nobody on layer 1 can cover."));
        var page = samuel.get("/teams/" + TEAM).page();
        assertThat(page.select(".rota svg rect.gap")).isNotEmpty();
        assertThat(page.select("li:contains(Nobody is on call) .chip").text()).isEqualTo("gap");
    }

    @Test
    void absencesAreEnteredForOthersByTheServiceManagerOnly() {
        var away = Map.of("from", "2026-03-04T00:00", "to", "2026-03-05T00:00");
        assertThat(visitors.signedIn("jonas.weber")
                        .submit("/people/samuel.okafor/absences", away)
                        .status())
                .isEqualTo(403);
        assertThat(visitors.signedIn("marta.ruiz")
                        .submit("/people/samuel.okafor/absences", away)
                        .status())
                .isEqualTo(302);
        assertThat(people.isAbsent("samuel.okafor", Instant.parse("2026-03-04T12:00:00Z")))
                .isTrue();
    }

    @Test
    void theManagerChainIsTheNearestFirst() {
        assertThat(people.managerChain("jonas.weber"))
                .extracting(Person::username)
                .containsExactly("marta.ruiz", "clara.brandt");
    }

    @Test
    void aCalendarAddressListsOwnShiftsUntilItIsRenewed() throws Exception {
        var nadia = visitors.signedIn("nadia.lund");
        var address = address(nadia.submit("/account/calendar", Map.of()));
        var feed = visitors.anonymous().get(address);
        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        assertThat(feed.body()).endsWith("END:VCALENDAR\r\n");
        assertThat(feed.body().replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(feed.body().split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        var calendar = new CalendarBuilder().build(new StringReader(feed.body()));
        assertThat(calendar.validate().getEntries()).isEmpty();
        var events = calendar.getComponents("VEVENT");
        assertThat(events).anySatisfy(event -> {
            assertThat(event.getRequiredProperty(Property.SUMMARY).getValue()).isEqualTo("On call: Rota test, layer 1");
            assertThat(event.getRequiredProperty(Property.DTSTART).getValue()).isEqualTo("20260316T070000Z");
            assertThat(event.getRequiredProperty(Property.DTEND).getValue()).isEqualTo("20260323T070000Z");
        });
        assertThat(visitors.anonymous().get(address).body()).isEqualTo(feed.body());
        assertThat(nadia.get("/account").body()).doesNotContain(address);
        var renewed = address(nadia.submit("/account/calendar", Map.of()));
        assertThat(visitors.anonymous().get(address).status()).isEqualTo(404);
        assertThat(visitors.anonymous().get(renewed).status()).isEqualTo(200);
    }

    @Test
    void machinesAskWhoIsOnCallAndMakeOverrides() {
        var machine = visitors.machine();
        var now = machine.get("/api/v1/on-call?team=" + TEAM)
                .json()
                .get("teams")
                .get(0)
                .get("layers")
                .get(0);
        assertThat(now.get("onCall").get("username").asString()).isEqualTo("samuel.okafor");
        assertThat(now.get("next").get("username").asString()).isEqualTo("priya.nair");
        assertThat(now.get("handover").asString()).isEqualTo("2026-03-09T07:00:00Z");
        assertThat(machine.get("/api/v1/on-call").json().get("teams").size()).isGreaterThan(3);
        assertThat(machine.get("/api/v1/on-call?team=nobodys").status()).isEqualTo(404);
        assertThat(machine.get("/api/v1/on-call?at=tomorrow")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("at");
        var made = machine.postJson("/api/v1/teams/" + TEAM + "/overrides", """
                {"person": "lena.hoffmann", "from": "2026-03-04T08:00:00+01:00", "to": "2026-03-05T08:00:00+01:00",
                 "reason": "said by the leave system"}""");
        assertThat(made.status()).isEqualTo(201);
        var then = machine.get("/api/v1/on-call?team=" + TEAM + "&at=2026-03-04T08:00:00%2B01:00")
                .json();
        assertThat(then.at("/teams/0/layers/0/onCall/username").asString()).isEqualTo("lena.hoffmann");
        var refused = machine.postJson("/api/v1/teams/" + TEAM + "/overrides", """
                {"person": "nobody", "from": "2026-03-05T08:00:00Z", "to": "2026-03-04T08:00:00Z", "reason": "x"}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("/to", "/person");
    }

    @Test
    void aPersonChangesThePasswordAndOtherSessionsEnd() {
        var elsewhere = visitors.signedIn("david.moreno");
        var david = visitors.signedIn("david.moreno");
        var wrong =
                david.submit("/account/password", Map.of("present", "not this", "wanted", "short", "again", "differs"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select(".problem")).hasSize(3);
        var change = Map.of("present", "relevo-demo", "wanted", "a new password", "again", "a new password");
        assertThat(david.submit("/account/password", change).location()).endsWith("?password");
        assertThat(david.get("/account").status()).isEqualTo(200);
        assertThat(elsewhere.get("/account").status()).isEqualTo(302);
        var again = visitors.signedIn("david.moreno", "a new password");
        again.submit(
                "/account/password",
                Map.of("present", "a new password", "wanted", "relevo-demo", "again", "relevo-demo"));
    }

    @Test
    void theServicesSayWhoIsOnCallNowAndNext() {
        var row = visitors.signedIn("marta.ruiz")
                .get("/services")
                .page()
                .select("tr:contains(Paint shop MES)")
                .text();
        assertThat(row).contains("Tomas Novak").contains("Jonas Weber").contains("Mon 9 Mar 08:00");
    }

    private static String address(Reply reply) {
        var shown = reply.page().select("#address").text();
        return shown.substring(shown.indexOf("/oncall/"));
    }

    private static Map<String, String> layer(String length, String places) {
        return new HashMap<>(Map.of(
                "version",
                "1",
                "length",
                length,
                "unit",
                "WEEKS",
                "startsOn",
                "2026-03-02",
                "handoverAt",
                "08:00",
                "places",
                places,
                "windows",
                "Mon-Fri 08:00-18:00"));
    }

    private static Map<String, String> override(String person, String from, String to) {
        return Map.of("layer", "1", "person", person, "from", from, "to", to, "reason", "a reason");
    }
}
