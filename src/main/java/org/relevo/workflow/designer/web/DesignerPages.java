package org.relevo.workflow.designer.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.workflow.designer.Draft;
import org.relevo.workflow.designer.ProcessDrafts;
import org.relevo.workflow.designer.ProcessList;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of processes, the editor, and what a process may call. */
@Controller
class DesignerPages {

    private final ProcessList list;
    private final ProcessDrafts drafts;
    private final java.time.Clock clock;

    DesignerPages(ProcessList list, ProcessDrafts drafts, java.time.Clock clock) {
        this.list = list;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** What the editor's page knows of a draft. */
    record Edited(long id, String key, String name, int version) {}

    @GetMapping("/processes")
    ModelAndView processes(Actor who, @RequestParam(defaultValue = "") String q) {
        return processes(who, q, Map.of(), Map.of());
    }

    private ModelAndView processes(Actor who, String q, Map<String, String> typed, Map<String, String> problems) {
        var admin = who.has(Role.PROCESS_ADMIN);
        var model = new HashMap<String, @Nullable Object>();
        model.put("rows", list.find(q));
        model.put("q", q);
        model.put("changes", admin);
        model.put("drafts", admin ? drafts.open() : List.<Draft>of());
        model.put("typed", typed);
        model.put("problems", problems);
        model.put("me", who.name());
        return new ModelAndView(
                "designer/processes", model, problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/processes/designer")
    String allDrafts() {
        return "redirect:/processes#drafts";
    }

    @GetMapping("/processes/actions")
    ModelAndView actions() {
        return new ModelAndView("designer/actions", Map.of("uses", list.uses()));
    }

    /** Whoever opens the editor keeps others from saving, unless somebody else does already. */
    @GetMapping("/processes/designer/{id}")
    ModelAndView editor(@PathVariable long id, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        var draft = drafts.get(id);
        var readonly = !draft.open() || draft.lockedFor(who.name(), clock.instant()) != null;
        return new ModelAndView(
                "designer/editor",
                Map.of(
                        "draft",
                        new Edited(id, draft.processKey(), draft.name(), draft.version()),
                        "readonly",
                        readonly));
    }

    @PostMapping("/processes/drafts")
    ModelAndView begin(
            @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String name, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        try {
            return opened(drafts.begin(key, name, who));
        } catch (Refusal.Invalid refused) {
            return processes(who, "", Map.of("key", key, "name", name), FieldProblems.of(refused));
        }
    }

    @PostMapping("/processes/{key}/draft")
    ModelAndView beginOf(@PathVariable String key, Actor who) {
        return opened(drafts.begin(key, who));
    }

    static ModelAndView opened(Draft draft) {
        return new ModelAndView("redirect:/processes/drafts/{id}", Map.of("id", draft.id()));
    }
}
