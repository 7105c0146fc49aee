package org.relevo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.relevo.rules.Priority;
import org.relevo.support.Analyses;
import org.relevo.support.Cases;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Reply;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent to a page or a resource of a case, the answer is never that Relevo failed. */
@IntegrationTest
class NonsenseSentTest {

    private static final Pattern OF_CASES = Pattern.compile(
            "(/api/v1)?/(incidents|rcas|actions|projects|project-issues|work-items|commitments|status)(/.*)?");

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private static final String LONG = "x".repeat(30_000);

    private static final List<String> BODIES = List.of(
            "[]",
            "{\"text\": {\"text\": []}, \"because\": 7, \"number\": [], \"dueAt\": \"yesterday\", \"users\": -5}",
            "{\"text\": \"\\u0000\", \"because\": \"\\u0000\", \"summary\": \"\\u0000\", \"owner\": \"\\u0000\"}",
            "{\"text\": \"" + LONG + "\", \"because\": \"" + LONG + "\", \"summary\": \"" + LONG + "\"}");

    private static final List<Map<String, String>> FORMS =
            List.of(fields("\0"), fields("-1"), fields("99999999999999999999999999"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Analyses analyses;

    private final List<String> failed = new ArrayList<>();

    @Test
    void machinesThatSendNonsenseAreToldWhatIsWrong() {
        var machine = visitors.machine();
        for (var path : paths("/api/", RequestMethod.POST)) {
            BODIES.forEach(body -> hold("POST " + path, machine.postJson(path, body), true));
        }
        for (var path : paths("/api/", RequestMethod.PUT)) {
            BODIES.forEach(body -> hold("PUT " + path, machine.putJson(path, body), true));
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void formsFullOfNonsenseAreRefusedAndNoneFails() {
        var marta = visitors.signedIn("marta.ruiz");
        for (var path : paths("/", RequestMethod.POST)) {
            FORMS.forEach(form -> hold("POST " + path, marta.submit(path, form), false));
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void addressesFullOfNonsenseFindNothingAndNoneFails() {
        var machine = visitors.machine();
        var marta = visitors.signedIn("marta.ruiz");
        for (var path : paths("/api/", RequestMethod.GET)) {
            look(machine, path, true);
        }
        for (var path : paths("/", RequestMethod.GET)) {
            look(marta, path, false);
        }
        assertThat(failed).isEmpty();
    }

    private void look(Visitor visitor, String path, boolean machine) {
        if (path.endsWith("/live") || path.endsWith("/stream")) {
            return;
        }
        for (var query :
                List.of("?page=-1&size=x&q=%00&window=1&lane=x&state=x", "?page=99999999999999&q=%25&text=%00")) {
            hold("GET " + path + query, visitor.get(path + query), machine);
        }
    }

    private void hold(String request, Reply reply, boolean machine) {
        if (reply.status() >= 500) {
            failed.add("%s: %d %s".formatted(request, reply.status(), start(reply.body())));
        }
        if (machine && reply.status() >= 400 && !reply.body().contains("\"detail\":\"")) {
            failed.add("%s: no problem in words: %d %s".formatted(request, reply.status(), start(reply.body())));
        }
    }

    private static String start(String body) {
        return body.substring(0, Math.min(200, body.length()));
    }

    /** The addresses of cases below a path, each of a case that there is and of parts of it that there are not. */
    private List<String> paths(String below, RequestMethod method) {
        var found = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            if (info.getMethodsCondition().getMethods().contains(method)) {
                info.getPatternValues().stream()
                        .filter(OF_CASES.asMatchPredicate())
                        .filter(path -> path.startsWith("/api/") == below.equals("/api/"))
                        .forEach(found::add);
            }
        });
        assertThat(found).isNotEmpty();
        var incident = cases.raise(Priority.P1).number().value();
        var rca = analyses.demanded().value();
        var filled = new ArrayList<String>();
        for (var path : found) {
            var known = path.contains("rcas") ? rca : path.contains("projects") ? "atlas" : incident;
            filled.add(VARIABLE.matcher(path.replaceFirst("\\{[^}]+}", known)).replaceAll("99999999999999999999"));
        }
        return filled;
    }

    private static Map<String, String> fields(String value) {
        var fields = new java.util.HashMap<String, String>();
        for (var name : List.of(
                "text",
                "because",
                "summary",
                "title",
                "owner",
                "days",
                "date",
                "dueAt",
                "startsAt",
                "minutes",
                "users",
                "number",
                "username",
                "impact",
                "urgency",
                "priority",
                "parent",
                "points",
                "from",
                "to",
                "next",
                "amount",
                "hypothesis",
                "evidence",
                "workaround",
                "comment",
                "action",
                "version",
                "seen",
                "service",
                "reason")) {
            fields.put(name, value);
        }
        return fields;
    }
}
