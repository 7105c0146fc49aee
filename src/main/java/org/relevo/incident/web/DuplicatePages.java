package org.relevo.incident.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.Duplicates;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.workitem.Filter;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemLink;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Looks for the incident that another one is a duplicate of, and marks it; or undoes that. */
@Controller
@RequestMapping("/incidents/{number}/duplicate-of")
class DuplicatePages {

    private static final int SHOWN = 20;

    private final Duplicates duplicates;
    private final WorkItems workItems;

    DuplicatePages(Duplicates duplicates, WorkItems workItems) {
        this.duplicates = duplicates;
        this.workItems = workItems;
    }

    /** What is typed: words to look for, the number of the parent, and how it shows. */
    public record Typed(String q, String parent, String because) {}

    @GetMapping
    String ask(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String because,
            Model model) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        return page(number, new Typed(q, parent, because), Map.of(), null, model);
    }

    @PostMapping
    String mark(
            Actor who,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String parent,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var child = item(number).number();
        var typed = new Typed("", parent, because);
        try {
            duplicates.mark(child, number(parent), because, who);
            return "redirect:/incidents/" + child;
        } catch (Refusal.Invalid refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(number, typed, FieldProblems.of(refused), null, model);
        } catch (Refusal.Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(number, typed, Map.of(), refused.getMessage(), model);
        }
    }

    @PostMapping("/undo")
    String undo(Actor who, @PathVariable String number) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        var child = item(number).number();
        duplicates.undo(child, who);
        return "redirect:/incidents/" + child;
    }

    /** As people write it: {@code inc-2041}, or only {@code 2041}. */
    private static WorkItemNumber number(String typed) {
        var text = typed.strip().toUpperCase(Locale.ROOT);
        try {
            return new WorkItemNumber(text.matches("[0-9]{1,12}") ? "INC-" + text : text);
        } catch (Refusal.NotFound e) {
            throw new Refusal.Invalid("parent", "Give the number of the other incident, such as INC-2041.");
        }
    }

    private String page(
            String number, Typed typed, Map<String, String> problems, @Nullable String refused, Model model) {
        var item = item(number);
        model.addAttribute("item", item);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", refused);
        model.addAttribute(
                "parent",
                duplicates.parentOf(item.number()).map(WorkItemLink::to).orElse(null));
        model.addAttribute("found", typed.q().isBlank() ? null : found(item, typed.q()));
        return "incident/duplicate";
    }

    private List<WorkItem> found(WorkItem item, String words) {
        var filter = new Filter(WorkItemType.INCIDENT, null, null, null, true, words);
        return workItems.find(filter, 0, SHOWN).items().stream()
                .filter(one -> !one.number().equals(item.number()))
                .filter(one -> duplicates.parentOf(one.number()).isEmpty())
                .toList();
    }

    private WorkItem item(String number) {
        return workItems
                .find(new WorkItemNumber(number))
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no incident %s. Look for it in the list of incidents.".formatted(number)));
    }
}
