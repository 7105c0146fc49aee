package org.relevo.intake.imports;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Files for people to import, and how far each has come. */
@Controller
@RequestMapping("/imports")
class ImportsPage {

    private static final int SHOWN = 50;
    private static final int REFUSED_SHOWN = 200;

    private final Imports imports;
    private final ImportThread thread;
    private final ImportRuns runs;
    private final Mappings mappings;

    ImportsPage(Imports imports, ImportThread thread, ImportRuns runs, Mappings mappings) {
        this.imports = imports;
        this.thread = thread;
        this.runs = runs;
        this.mappings = mappings;
    }

    @GetMapping
    String list(Model model, Actor by) {
        return list(model, by, null, Mappings.SHIPPED);
    }

    @PostMapping
    String add(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = Mappings.SHIPPED) String mapping,
            Actor by,
            Model model)
            throws IOException {
        Imports.requireMayImport(by);
        if (file == null || file.isEmpty()) {
            return list(model, by, "Choose a file that is not empty.", mapping);
        }
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "import.csv");
            var run = imports.accept(content, name, mapping, by);
            thread.start(run.id());
            return "redirect:/imports/" + run.id();
        } catch (Refusal.Invalid e) {
            return list(model, by, String.valueOf(e.getMessage()), mapping);
        }
    }

    private String list(Model model, Actor by, @Nullable String problem, String chosen) {
        model.addAttribute("runs", runs.latest(SHOWN)).addAttribute("mappings", mappings.all());
        model.addAttribute("problem", problem).addAttribute("chosen", chosen);
        model.addAttribute("mayImport", by.has(Role.AGENT) || MappingsPage.mayMap(by));
        model.addAttribute("mayMap", MappingsPage.mayMap(by));
        return "intake/imports";
    }

    @GetMapping("/{id:[0-9]+}")
    String detail(@PathVariable long id, Model model) {
        var run = runs.find(id)
                .orElseThrow(() -> new Refusal.NotFound("There is no import %d. See those there are.".formatted(id)));
        model.addAttribute("run", run).addAttribute("refused", runs.refused(id, REFUSED_SHOWN));
        return "intake/import";
    }
}
