package org.relevo.handover.knowledge.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.relevo.handover.Handovers;
import org.relevo.handover.knowledge.Knowledge;
import org.relevo.people.Actor;
import org.relevo.people.PeopleRegister;
import org.relevo.people.Person;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.project.web.ProjectView;
import org.relevo.project.web.ProjectView.Failed;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The knowledge transfer of a handover, and what people do about it. */
@Controller
@RequestMapping("/handovers/{number}/knowledge")
class KnowledgePages {

    private final Knowledge knowledge;
    private final Handovers handovers;
    private final WorkItems workItems;
    private final PeopleRegister register;
    private final ProjectView persons;

    KnowledgePages(
            Knowledge knowledge,
            Handovers handovers,
            WorkItems workItems,
            PeopleRegister register,
            ProjectView persons) {
        this.knowledge = knowledge;
        this.handovers = handovers;
        this.workItems = workItems;
        this.register = register;
        this.persons = persons;
    }

    /** What was sent, and where the answer goes. */
    record Sent(Actor by, Map<String, String> typed, Model model, HttpServletResponse response) {

        String text(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    @ModelAttribute
    Sent sent(Actor by, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        return new Sent(by, typed, model, response);
    }

    @GetMapping
    String show(Sent in, @PathVariable String number) {
        return page(in, new WorkItemNumber(number), new Failed("", Map.of(), Map.of()), null);
    }

    private String page(Sent in, WorkItemNumber number, Failed failed, @Nullable String refused) {
        var handover = handovers.get(number);
        var open = handover.status().open();
        in.model.addAttribute("handover", handover);
        in.model.addAttribute("item", workItems.find(number).orElseThrow());
        in.model.addAttribute("sessions", knowledge.sessions(number));
        in.model.addAttribute("needs", knowledge.needs(number));
        in.model.addAttribute("arranges", open && knowledge.arrangedBy(handover, in.by));
        in.model.addAttribute("open", open);
        in.model.addAttribute("me", in.by.name());
        in.model.addAttribute("persons", persons);
        in.model.addAttribute(
                "everybody",
                register.all().stream()
                        .map(PeopleRegister.Entry::person)
                        .filter(Person::enabled)
                        .toList());
        in.model.addAttribute("zone", LocaleContextHolder.getTimeZone().toZoneId());
        in.model.addAttribute("failed", failed);
        in.model.addAttribute("refused", refused);
        return "handover/knowledge";
    }

    @PostMapping("/sessions")
    String arrange(Sent in, @PathVariable String number) {
        return after(in, number, "arrange", n -> knowledge.arrange(n, in.typed, in.by));
    }

    @PostMapping("/sessions/{id}/receivers")
    String invite(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "invite" + id, n -> knowledge.invite(n, id, in.typed, in.by));
    }

    @PostMapping("/sessions/{id}/cancel")
    String cancel(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "cancel" + id, n -> knowledge.cancel(n, id, in.text("reason"), in.by));
    }

    @PostMapping("/sessions/{id}/attendance")
    String attendance(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "attendance" + id, n -> knowledge.attendance(n, id, in.typed, in.by));
    }

    @PostMapping("/sessions/{id}/confirm")
    String confirm(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "confirm" + id, n -> knowledge.confirm(n, id, in.by));
    }

    @PostMapping("/sessions/{id}/questions")
    String ask(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "ask" + id, n -> knowledge.ask(n, id, in.text("question"), in.by));
    }

    @PostMapping("/sessions/{id}/questions/{question}")
    String answer(Sent in, @PathVariable String number, @PathVariable long id, @PathVariable long question) {
        return after(in, number, "answer" + question, n -> knowledge.answer(n, id, question, in.text("answer"), in.by));
    }

    @PostMapping("/needs")
    String need(Sent in, @PathVariable String number) {
        return after(in, number, "need", n -> knowledge.need(n, in.typed, in.by));
    }

    @PostMapping("/needs/{id}")
    String cover(Sent in, @PathVariable String number, @PathVariable long id) {
        return after(in, number, "cover" + id, n -> knowledge.cover(n, id, in.text("session"), in.by));
    }

    private String after(Sent in, String typed, String form, Consumer<WorkItemNumber> verb) {
        var number = handovers.get(new WorkItemNumber(typed)).number();
        try {
            verb.accept(number);
            return "redirect:/handovers/" + number + "/knowledge?saved";
        } catch (Refusal.Invalid refused) {
            in.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(in, number, new Failed(form, in.typed, FieldProblems.of(refused)), null);
        } catch (Refusal.Conflict refused) {
            in.response.setStatus(HttpStatus.CONFLICT.value());
            return page(in, number, new Failed(form, in.typed, Map.of()), refused.getMessage());
        }
    }
}
