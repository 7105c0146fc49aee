package org.relevo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relevo.rules.Priority;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.OpenCases;
import org.relevo.support.PageForm;
import org.relevo.support.Reply;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/** Nonsense in the very fields that the forms of a case have, while all the other fields are filled in sensibly. */
@IntegrationTest
class NonsenseInFieldsTest {

    private static final String LONG = "x".repeat(30_000);

    private static final int ROUNDS = Integer.getInteger("nonsense.rounds", 1);

    private static final Pattern FAULT =
            Pattern.compile("\\bat (org|java|jakarta)\\.[\\w.]+\\(|[a-z]Exception\\b|org\\.springframework|SQLSTATE");

    @Autowired
    OpenCases open;

    @Autowired
    Cases cases;

    @Autowired
    Visitors visitors;

    private final Set<String> failed = new TreeSet<>();

    @Test
    void whatIsWrongWithAFieldOfAnIncidentIsSaidBesideItAndNothingTypedIsLost() {
        var number = open.incident();
        var marta = visitors.signedIn("marta.ruiz");
        nonsense(marta, forms(marta, "/incidents/" + number, within("/incidents/" + number)));
        assertThat(failed).isEmpty();
    }

    @Test
    void whatIsWrongWithAFieldOfAnAnalysisIsSaidBesideItAndNothingTypedIsLost() {
        var rca = open.analysis();
        var marta = visitors.signedIn("marta.ruiz");
        nonsense(marta, forms(marta, "/rcas/" + rca, within("/rcas/" + rca)));
        assertThat(failed).isEmpty();
    }

    @Test
    void whatIsWrongWithAFieldOfAProjectIsSaidBesideItAndNothingTypedIsLost() {
        var key = open.project();
        var ines = visitors.signedIn("ines.castro");
        nonsense(
                ines,
                forms(
                        ines,
                        "/projects/" + key,
                        address ->
                                address.matches("/projects/" + key + "(/[^?]*)?|/(project-issues|exceptions)/[^?]*")));
        assertThat(failed).isEmpty();
    }

    private static Predicate<String> within(String address) {
        return href -> href.matches(Pattern.quote(address) + "(/[^?]*)?") && !href.matches(".*\\.(ics|pdf|json|csv)");
    }

    private static List<PageForm> forms(Visitor visitor, String start, Predicate<String> within) {
        return PageForm.from(visitor, List.of(start), within);
    }

    private void nonsense(Visitor visitor, List<PageForm> forms) {
        var values = values();
        // a value for each field, in turn, as the build has few minutes; every value in every field with 12 rounds
        for (var round = 0; round < ROUNDS; round++) {
            var next = round;
            for (var form : forms) {
                for (var field : form.fields().keySet()) {
                    if (!field.equals("once")) {
                        send(visitor, form, field, values.get(next++ % values.size()));
                    }
                }
            }
        }
    }

    private List<String> values() {
        return List.of(
                " ",
                "a\0b",
                LONG,
                "-1",
                "99999999999999999999",
                "31.12.2026",
                "0001-01-01T00:00",
                "9999-12-31T23:59",
                "0001-01-01",
                "9999-12-31",
                "NO_SUCH",
                cases.raise(Priority.P4).number().value());
    }

    private void send(Visitor visitor, PageForm form, String field, String value) {
        var fields = new LinkedHashMap<>(form.fields());
        fields.put(field, value);
        var reply = visitor.submit(form.action(), fields);
        var request = "POST %s %s=%s".formatted(form.action(), field, start(value, 20));
        if (reply.status() >= 500 || FAULT.matcher(reply.body()).find()) {
            failed.add("%s fails: %d %s".formatted(request, reply.status(), start(reply.body(), 300)));
        }
        if (Set.of(400, 409, 422).contains(reply.status())) {
            told(request, form, fields, reply);
        }
    }

    private void told(String request, PageForm form, Map<String, String> fields, Reply reply) {
        var page = reply.page();
        if (page.select("main .problem, main [role=alert], main .panel h1").isEmpty()) {
            failed.add("%s: nothing says what is wrong: %d %s"
                    .formatted(request, reply.status(), start(reply.body(), 200)));
        }
        var lost = new ArrayList<String>();
        fields.forEach((name, value) -> {
            if (form.isTyped(name) && !value.isBlank() && !value.contains("\0")) {
                var kept = page.select("[name=" + name + "]").stream()
                        .anyMatch(one -> squeezed(one.val()).equals(squeezed(value)));
                if (!kept && !squeezed(page.text()).contains(squeezed(value))) {
                    lost.add(name);
                }
            }
        });
        if (!lost.isEmpty()) {
            failed.add("%s: lost %s: %d %s"
                    .formatted(
                            request,
                            lost,
                            reply.status(),
                            start(page.select("main").text(), 200)));
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String start(String text, int most) {
        return text.substring(0, Math.min(most, text.length())).replace('\0', '0');
    }
}
