package org.relevo.project.money.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.Projects;
import org.relevo.project.money.Actuals;
import org.relevo.project.money.Budget;
import org.relevo.project.money.Deliveries;
import org.relevo.project.web.ProjectView.Failed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The money of a project; a form that is refused is shown again where it was. */
@Controller
@RequestMapping("/projects/{key}/money")
class MoneyPages {

    private final Projects projects;
    private final Budget budget;
    private final Actuals actuals;
    private final Deliveries deliveries;
    private final MoneyView view;

    MoneyPages(Projects projects, Budget budget, Actuals actuals, Deliveries deliveries, MoneyView view) {
        this.projects = projects;
        this.budget = budget;
        this.actuals = actuals;
        this.deliveries = deliveries;
        this.view = view;
    }

    /** What was sent, and where the answer goes. */
    record Sent(String key, Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {}

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
    String show(Sent in, @RequestParam(defaultValue = "1") int page) {
        return view.page(in.by, projects.get(in.key), page, MoneyView.FINE, in.model);
    }

    @PostMapping("/lines")
    String line(Sent in) {
        return after(in, "line", () -> budget.addLine(in.key, in.typed, in.by));
    }

    @PostMapping("/plan")
    String plan(Sent in) {
        return after(in, "plan", () -> budget.plan(in.key, in.typed, in.by));
    }

    @PostMapping("/orders")
    String order(Sent in) {
        return after(in, "order", () -> budget.order(in.key, in.typed, in.by));
    }

    @PostMapping("/actuals")
    String actual(Sent in) {
        return after(in, "actual", () -> actuals.book(in.key, in.typed, in.by));
    }

    @PostMapping("/file")
    String file(Sent in, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        projects.get(in.key).requireLead(in.by);
        var text = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        var name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "payments.csv");
        return after(in, "file", () -> actuals.load(in.key, name, text, in.by));
    }

    @PostMapping("/deliveries")
    String delivery(Sent in) {
        return after(in, "delivery", () -> deliveries.add(in.key, in.typed, in.by));
    }

    @PostMapping("/deliveries/{id}/promises")
    String promise(Sent in, @PathVariable long id) {
        return after(in, "promise" + id, () -> deliveries.promise(in.key, id, in.typed, in.by));
    }

    @PostMapping("/deliveries/{id}/delivered")
    String delivered(Sent in, @PathVariable long id) {
        return after(in, "delivered" + id, () -> deliveries.delivered(in.key, id, in.typed, in.by));
    }

    private String after(Sent in, String form, Runnable change) {
        try {
            change.run();
            return "redirect:/projects/" + in.key + "/money?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var failed = new Failed(form, in.typed, FieldProblems.of(refused));
            return view.page(in.by, projects.get(in.key), 1, failed, in.model);
        }
    }
}
