package org.relevo.intake.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where a mapping is made: from a header row first, then column by column. */
@Controller
@RequestMapping("/imports/mappings")
class MappingsPage {

    private static final int SAMPLE = 65_536;

    private final Mappings mappings;

    MappingsPage(Mappings mappings) {
        this.mappings = mappings;
    }

    static boolean mayMap(Actor by) {
        return by.has(Role.ADMIN) || by.has(Role.SERVICE_MANAGER);
    }

    @GetMapping
    String list(Model model, Actor by) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        model.addAttribute("mappings", mappings.all())
                .addAttribute("header", "")
                .addAttribute("problem", null);
        return "intake/mappings";
    }

    @PostMapping("/columns")
    ModelAndView columns(
            @RequestParam(defaultValue = "") String header,
            @RequestParam(defaultValue = ",") String delimiter,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor by)
            throws IOException {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        var row = header.isBlank() && file != null && !file.isEmpty() ? firstLine(file) : header.strip();
        var draft = MappingDraft.of(row.lines().findFirst().orElse(""), delimiter);
        if (draft.columns().size() < 2) {
            var problem = "Give the header row of your file: at least two column names, parted by the delimiter.";
            return new ModelAndView(
                    "intake/mappings",
                    Map.of("mappings", mappings.all(), "header", row, "problem", problem),
                    HttpStatus.BAD_REQUEST);
        }
        return form(draft, Map.of(), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView save(@RequestParam Map<String, String> typed, Actor by) {
        by.require(Role.ADMIN, Role.SERVICE_MANAGER);
        var draft = MappingDraft.read(typed);
        try {
            mappings.save(draft.key(), draft.rest(), by);
            return new ModelAndView("redirect:/imports/mappings");
        } catch (Refusal.Invalid e) {
            var problems = new HashMap<String, String>();
            e.problems().forEach(problem -> problems.putIfAbsent(problem.field(), problem.message()));
            return form(draft, problems, HttpStatus.BAD_REQUEST);
        }
    }

    private static ModelAndView form(MappingDraft draft, Map<String, String> problems, HttpStatus status) {
        return new ModelAndView(
                "intake/mapping", Map.of("draft", draft, "fields", Field.values(), "problems", problems), status);
    }

    private static String firstLine(MultipartFile file) throws IOException {
        try (var in = CsvRows.unzipped(file.getInputStream())) {
            var text = new String(in.readNBytes(SAMPLE), StandardCharsets.UTF_8);
            return text.replace("\uFEFF", "").lines().findFirst().orElse("");
        }
    }
}
