package org.relevo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.people.Role;
import org.relevo.project.ProjectDesk;
import org.relevo.project.ProjectForm;
import org.relevo.rules.Priority;
import org.relevo.support.Analyses;
import org.relevo.support.Cases;
import org.relevo.support.DueWork;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Reply;
import org.relevo.support.SettableClock;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Takes every form from the pages of a P1, its crisis room, its analysis and a project, as they are shown to whoever may
 * send them, and sends them full of nonsense, twice, without rights, and when the case is closed.
 */
@IntegrationTest
class FormsOfCasesTest {

    private static final Pattern OF_A_CASE =
            Pattern.compile("/(incidents|rcas|actions|projects|project-issues|exceptions|commitments)/.*");
    /** What ends a case or a part of it comes last. */
    private static final Pattern ENDS = Pattern.compile(
            ".*/(resolve|confirm|duplicate-of|priority|reject|close|cancel|end|withdraw|approve|skip|remove|hold|acknowledge)(/.*)?");

    private static final List<String> NONSENSE =
            List.of("\0", "99999999999999999999999999", "0001-01-01T00:00:00Z", "<b>zzz</b>", "x".repeat(30_000));

    @Autowired
    Visitors visitors;

    @Autowired
    Cases cases;

    @Autowired
    Analyses analyses;

    @Autowired
    DueWork dueWork;

    @Autowired
    PeopleRegister register;

    @Autowired
    SettableClock clock;

    @Autowired
    ProjectDesk projects;

    private final List<String> failed = new ArrayList<>();
    private String incident = "";
    private String rca = "";

    /** @param typed the names of the fields that a person fills in */
    private record Form(String action, Map<String, String> fields, List<String> typed) {

        Map<String, String> with(String nonsense) {
            var all = new LinkedHashMap<>(fields);
            typed.forEach(name -> all.put(name, nonsense));
            return all;
        }
    }

    @BeforeEach
    void begin() {
        incident = cases.raise(Priority.P1).number().value();
        dueWork.now();
        var machine = visitors.machine();
        var room = "/api/v1/incidents/%s/crisis".formatted(incident);
        post(machine, room + "/hypotheses", "{\"text\": \"The broker is full\"}");
        post(
                machine,
                room + "/actions",
                "{\"text\": \"Call the vendor\", \"owner\": \"jonas.weber\", \"dueAt\": \"%s\"}"
                        .formatted(clock.instant().plusSeconds(3_600)));
        post(machine, room + "/meetings", "{\"minutes\": 45}");
        post(machine, room + "/workarounds", "{\"text\": \"Print by hand\", \"effect\": \"Slow\"}");
        visitors.signedIn("jonas.weber")
                .submit(
                        "/incidents/%s/crisis/handovers".formatted(incident),
                        Map.of("to", "marta.ruiz", "summary", "The vendor is called"));
        rca = analyses.demanded().value();
    }

    private static void post(Visitor machine, String path, String body) {
        var reply = machine.postJson(path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isLessThan(300);
    }

    @Test
    void nonsenseIsRefusedInWordsAndNothingFails() {
        var marta = visitors.signedIn("marta.ruiz");
        var ines = visitors.signedIn("ines.castro");
        var forms = sorted(forms(marta, ofTheIncident()));
        var ofProject = sorted(forms(ines, ofTheProject(ofItsOwn())));
        assertThat(forms).hasSizeGreaterThan(30);
        assertThat(ofProject).hasSizeGreaterThan(8);
        forms.forEach(form -> NONSENSE.forEach(nonsense -> send(marta, form, nonsense)));
        ofProject.forEach(form -> NONSENSE.forEach(nonsense -> send(ines, form, nonsense)));
        assertThat(failed).isEmpty();
    }

    @Test
    void whoHasNoRoleMaySendNoneOfThem() {
        var forms = forms(visitors.signedIn("marta.ruiz"), ofTheIncident());
        var ofProject = forms(visitors.signedIn("ines.castro"), ofTheProject("atlas"));
        var outsider = somebody("forms-outsider", Set.of());
        for (var form : Stream.concat(forms.stream(), ofProject.stream()).toList()) {
            assertThat(outsider.submit(form.action(), form.with("zzz")).status())
                    .as(form.action())
                    .isIn(403, 404);
        }
        var viewer = somebody("forms-viewer", Set.of("VIEWER"));
        for (var form : ofProject) {
            assertThat(viewer.submit(form.action(), form.with("zzz")).status())
                    .as(form.action())
                    .isIn(403, 404);
        }
    }

    @Test
    void onAClosedCaseTheyAreRefusedAndNoneFails() {
        var marta = visitors.signedIn("marta.ruiz");
        var forms = forms(marta, ofTheIncident());
        marta.submit("/incidents/%s/resolve".formatted(incident), Map.of("reason", "Gone", "text", "Gone"));
        marta.submit("/incidents/%s/confirm".formatted(incident), Map.of());
        for (var form : forms) {
            send(marta, form, "zzz");
            send(marta, form, "zzz");
        }
        assertThat(failed).isEmpty();
    }

    private Visitor somebody(String name, Set<String> roles) {
        register.create(
                Actor.system("test"),
                new PersonForm(
                        name, name, name + "@example.org", "UTC", "en", "", roles, Set.of(), true, "long enough"));
        return visitors.signedIn(name, "long enough");
    }

    /** One that no other test looks at: some of what is sent is accepted. */
    private String ofItsOwn() {
        var key = "f" + UUID.randomUUID().toString().substring(0, 8);
        projects.create(
                new ProjectForm(key, "Forms", "", "ines.castro", "clara.brandt", "EUR", "UTC", ""),
                new Actor("ines.castro", Actor.Kind.PERSON, Set.of(Role.PROJECT_MANAGER), Set.of()));
        return key;
    }

    private List<String> ofTheIncident() {
        var meeting = visitors.machine()
                .get("/api/v1/incidents/%s/crisis".formatted(incident))
                .json()
                .get("meetings")
                .get(0)
                .get("id")
                .asString();
        var pages = new ArrayList<>(
                Stream.of("", "/crisis", "/communication", "/impact", "/duplicate-of", "/hold", "/rate", "/priority")
                        .map(page -> "/incidents/" + incident + page)
                        .toList());
        pages.addAll(List.of(
                "/incidents/%s/crisis/handover".formatted(incident),
                "/incidents/%s/crisis/meetings/%s".formatted(incident, meeting),
                "/incidents/%s/amounts".formatted(incident),
                "/incidents/%s/reopen".formatted(incident),
                "/rcas/" + rca,
                "/rcas/%s/edit".formatted(rca)));
        return pages;
    }

    private static List<String> ofTheProject(String project) {
        return Stream.of("", "/edit", "/status", "/money", "/money/services", "/earned-value", "/issues", "/risks")
                .map(page -> "/projects/" + project + page)
                .toList();
    }

    private List<Form> forms(Visitor who, List<String> pages) {
        var forms = new LinkedHashMap<String, Form>();
        for (var path : pages) {
            var reply = who.get(path);
            assertThat(reply.status()).as(path).isIn(200, 302, 303, 409);
            for (var form : reply.page().select("form[method=post]:not([enctype])")) {
                var action = form.attr("action").isEmpty() ? path : form.attr("action");
                if (!OF_A_CASE.matcher(action).matches()) {
                    continue;
                }
                var fields = new LinkedHashMap<String, String>();
                var typed = new ArrayList<String>();
                for (var field :
                        form.select("input[name]:not([type=file]), textarea[name], select[name], button[name]")) {
                    fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val());
                    if (!field.attr("type").equals("hidden") && !field.is("button")) {
                        typed.add(field.attr("name"));
                    }
                }
                fields.remove("_csrf");
                forms.putIfAbsent(action + typed + fields.getOrDefault("once", ""), new Form(action, fields, typed));
            }
        }
        return List.copyOf(forms.values());
    }

    private static List<Form> sorted(List<Form> forms) {
        return forms.stream()
                .sorted(java.util.Comparator.comparing(
                        form -> ENDS.matcher(form.action()).matches()))
                .toList();
    }

    private void send(Visitor who, Form form, String nonsense) {
        hold(form, nonsense, who.submit(form.action(), form.with(nonsense)));
    }

    private void hold(Form form, String nonsense, Reply reply) {
        var what = "%s %s: %d"
                .formatted(form.action(), nonsense.substring(0, Math.min(12, nonsense.length())), reply.status());
        if (reply.status() >= 500) {
            failed.add(what);
        } else if (reply.status() == 422
                && nonsense.startsWith("<b>")
                && form.typed().stream()
                        .anyMatch(name -> form.fields().get(name).isEmpty())
                && reply.page().select("form").stream()
                        .anyMatch(shown -> shown.attr("action").equals(form.action()))
                && !reply.body().contains("&lt;b&gt;zzz")) {
            failed.add(what + ", what was typed is lost");
        } else if (reply.body().contains("<b>zzz</b>")) {
            failed.add(what + ", markup that was typed is markup of the page");
        }
    }
}
