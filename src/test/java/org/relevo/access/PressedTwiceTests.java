package org.relevo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.support.IntegrationTest;
import org.relevo.support.OpenCases;
import org.relevo.support.PageForm;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every button of a P1, of its crisis room and of its analysis: pressed without the right to, and pressed twice. */
@IntegrationTest
class PressedTwiceTests {

    /** After these, little else is possible, and so they are pressed last. */
    private static final Pattern ENDINGS =
            Pattern.compile("/(resolve|skip|submit|hold|priority|rate|duplicate-of|end|cancel)$");

    @Autowired
    OpenCases open;

    @Autowired
    Visitors visitors;

    @Autowired
    PeopleRegister register;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoHasNoRightsPressesInVainAndNothingIsWritten() {
        var incident = open.incident();
        var rca = open.analysis();
        var marta = visitors.signedIn("marta.ruiz");
        var forms = new ArrayList<>(forms(marta, "/incidents/" + incident));
        forms.addAll(forms(marta, "/rcas/" + rca));
        register.create(
                Actor.system("test"),
                new PersonForm(
                        "no-rights",
                        "No Rights",
                        "no@example.org",
                        "UTC",
                        "en",
                        "",
                        Set.of(),
                        Set.of(),
                        true,
                        "long enough"));
        var clara = visitors.signedIn("clara.brandt");
        var stranger = visitors.signedIn("no-rights", "long enough");
        var before = told(incident.value(), rca.value());
        var done = new ArrayList<String>();
        for (var form : forms) {
            for (var visitor : Map.of("a viewer", clara, "somebody without roles", stranger)
                    .entrySet()) {
                var reply = visitor.getValue().submit(form.action(), form.fields());
                if (reply.status() != 403) {
                    done.add("%s as %s: %d %s"
                            .formatted(form.action(), visitor.getKey(), reply.status(), reply.location()));
                }
            }
        }
        assertThat(done).isEmpty();
        assertThat(told(incident.value(), rca.value())).isEqualTo(before);
    }

    @Test
    void whatIsSentTwiceHappensOnce() {
        var incident = open.incident();
        var rca = open.analysis();
        var marta = visitors.signedIn("marta.ruiz");
        var doubled = new ArrayList<String>();
        var taken = 0;
        for (var start : List.of("/incidents/" + incident, "/rcas/" + rca)) {
            for (var form : forms(marta, start)) {
                var first = marta.submit(form.action(), form.fields());
                var once = told(incident.value(), rca.value());
                var again = marta.submit(form.action(), form.fields());
                var twice = told(incident.value(), rca.value());
                taken += first.status() == 302 ? 1 : 0;
                if (!twice.equals(once) || again.status() >= 500) {
                    twice.removeAll(once);
                    doubled.add("%s %s: %d, then %d, which told %s"
                            .formatted(form.action(), form.fields(), first.status(), again.status(), twice));
                }
            }
        }
        assertThat(doubled).isEmpty();
        assertThat(taken).as("forms that were taken, the first time").isGreaterThan(45);
    }

    private static List<PageForm> forms(Visitor visitor, String start) {
        var within = Pattern.compile(Pattern.quote(start) + "(/[^?]*)?").asMatchPredicate();
        return PageForm.from(visitor, List.of(start), within).stream()
                .filter(form -> form.action().startsWith(start) || form.action().startsWith("/actions/"))
                .sorted(Comparator.comparing(
                        form -> ENDINGS.matcher(form.action()).find()))
                .toList();
    }

    /** Everything that has been told of cases, and what an analysis has that is not told. */
    private List<String> told(String... cases) {
        return new ArrayList<>(
                jdbc.sql("""
                        select 'event ' || id || ' ' || kind || ' ' || text from timeline_event where work_item in (:cases)
                        union all select 'comment ' || id || ' ' || text from rca_comment where rca in (:cases)
                        union all select 'why ' || id || ' ' || text from rca_why where rca in (:cases)
                        union all select 'action ' || number || ' ' || title from work_item where type = 'ACTION'
                        order by 1
                        """).param("cases", List.of(cases)).query(String.class).list());
    }
}
