package org.relevo.project.raid.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Projects;
import org.relevo.project.ReportPart;
import org.relevo.project.raid.Assumptions;
import org.relevo.project.raid.Risks;
import org.relevo.project.report.ReportCsv;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The RAID log of a project; a form that is refused is shown again where it was. */
@Controller
@RequestMapping("/projects/{key}/risks")
class RaidPages {

    private static final Failed FINE = new Failed("", Map.of(), Map.of());

    private final Projects projects;
    private final Risks risks;
    private final Assumptions assumptions;
    private final RaidView view;

    RaidPages(Projects projects, Risks risks, Assumptions assumptions, RaidView view) {
        this.projects = projects;
        this.risks = risks;
        this.assumptions = assumptions;
        this.view = view;
    }

    /** What was sent, and where the answer goes. */
    record Sent(String key, Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {
        String field(String name) {
            return typed.getOrDefault(name, "");
        }
    }

    @ModelAttribute
    Sent sent(
            @PathVariable String key,
            Actor by,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        return new Sent(key, by, typed, model, response);
    }

    @GetMapping
    String show(Sent in) {
        return view.page(in.by, projects.get(in.key), FINE, null, in.model);
    }

    @PostMapping
    String add(Sent in) {
        return after(in, "risk", () -> risks.add(in.key, in.typed, in.by));
    }

    @GetMapping("/{id}")
    String risk(Sent in, @PathVariable long id) {
        return view.risk(in.by, projects.get(in.key), id, FINE, null, in.model);
    }

    @PostMapping("/{id}")
    String change(Sent in, @PathVariable long id) {
        return ofRisk(in, id, "change", () -> risks.change(in.key, id, in.typed, in.by));
    }

    @PostMapping("/{id}/close")
    String close(Sent in, @PathVariable long id) {
        return ofRisk(in, id, "close", () -> risks.close(in.key, id, in.field("reason"), in.by));
    }

    @PostMapping("/{id}/occurred")
    String occurred(Sent in, @PathVariable long id) {
        return ofRisk(in, id, "occurred", () -> risks.occurred(in.key, id, in.field("reason"), in.by));
    }

    @PostMapping("/assumptions")
    String assume(Sent in) {
        return after(in, "assumption", () -> assumptions.add(in.key, in.typed, in.by));
    }

    @PostMapping("/assumptions/{id}/holds")
    String holds(Sent in, @PathVariable long id) {
        return after(
                in, "holds" + id, () -> assumptions.holds(in.key, id, in.field("until"), in.field("words"), in.by));
    }

    @PostMapping("/assumptions/{id}/wrong")
    String wrong(Sent in, @PathVariable long id) {
        return after(in, "wrong" + id, () -> assumptions.wrong(in.key, id, in.field("reason"), in.by));
    }

    @GetMapping("/risks.csv")
    ResponseEntity<byte[]> csv(@PathVariable String key) {
        var project = projects.get(key);
        var heads = Stream.of(
                        "id",
                        "title",
                        "description",
                        "probability",
                        "impact",
                        "owner",
                        "response",
                        "responseText",
                        "afterProbability",
                        "afterImpact",
                        "proximity",
                        "trigger",
                        "state",
                        "issue")
                .toList();
        var rows = risks.of(project.key()).stream()
                .map(one -> Stream.of(
                                one.id(),
                                one.title(),
                                one.description(),
                                one.before().probability(),
                                one.before().impact(),
                                one.owner(),
                                one.response(),
                                one.responseText(),
                                one.after().probability(),
                                one.after().impact(),
                                one.proximity() == null ? "" : one.proximity(),
                                one.trigger(),
                                one.state(),
                                one.issue() == null ? "" : one.issue())
                        .map(String::valueOf)
                        .toList())
                .toList();
        var text = ReportCsv.of(new ReportPart.Table("risks", "", heads, rows, ""));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-risks.csv\"".formatted(project.key()))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String after(Sent in, String form, Runnable change) {
        var project = projects.get(in.key);
        try {
            change.run();
            return "redirect:/projects/" + project.key() + "/risks?saved";
        } catch (Refusal.Invalid refused) {
            return view.page(in.by, project, failed(in, form, refused), null, in.model);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return view.page(in.by, project, FINE, refused.getMessage(), in.model);
        }
    }

    private String ofRisk(Sent in, long id, String form, Runnable change) {
        var project = projects.get(in.key);
        try {
            change.run();
            return "redirect:/projects/%s/risks/%d?saved".formatted(project.key(), id);
        } catch (Refusal.Invalid refused) {
            return view.risk(in.by, project, id, failed(in, form, refused), null, in.model);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return view.risk(in.by, project, id, FINE, refused.getMessage(), in.model);
        }
    }

    private static Failed failed(Sent in, String form, Refusal.Invalid refused) {
        in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new Failed(form, in.typed, FieldProblems.of(refused));
    }
}
