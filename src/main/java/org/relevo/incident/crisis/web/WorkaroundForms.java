package org.relevo.incident.crisis.web;

import java.util.Map;
import org.relevo.incident.crisis.OpenQuestions;
import org.relevo.incident.crisis.ShiftHandovers;
import org.relevo.incident.crisis.Workarounds;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.web.LocalTimes;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Workarounds and hand-overs between shifts. */
@Controller
@RequestMapping("/incidents/{number}/crisis")
class WorkaroundForms {

    private final Attempts attempts;
    private final RoomView view;
    private final Workarounds workarounds;
    private final ShiftHandovers handovers;
    private final OpenQuestions questions;

    WorkaroundForms(
            Attempts attempts,
            RoomView view,
            Workarounds workarounds,
            ShiftHandovers handovers,
            OpenQuestions questions) {
        this.attempts = attempts;
        this.view = view;
        this.workarounds = workarounds;
        this.handovers = handovers;
        this.questions = questions;
    }

    @PostMapping("/workarounds")
    ModelAndView deploy(Actor who, @PathVariable String number, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "workaround",
                "workarounds",
                typed,
                () -> workarounds.deploy(
                        Attempts.number(number),
                        new Workarounds.Deployment(
                                typed.get("workaround"),
                                typed.get("effect"),
                                typed.get("sideEffects"),
                                LocalTimes.read("deployedAt", typed.get("deployedAt")),
                                typed.get("deployedBy")),
                        Attempts.once(typed),
                        who));
    }

    @PostMapping("/workarounds/{id}/effect")
    ModelAndView assess(
            Actor who, @PathVariable String number, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "effect-" + id,
                "workarounds",
                typed,
                () -> workarounds.assess(
                        Attempts.number(number),
                        id,
                        typed.get("effect"),
                        typed.get("sideEffects"),
                        MeetingForms.version(typed),
                        who));
    }

    @PostMapping("/workarounds/{id}/risk")
    ModelAndView risk(
            Actor who, @PathVariable String number, @PathVariable long id, @RequestParam Map<String, String> typed) {
        who.require(Role.SERVICE_MANAGER);
        return attempts.room(
                who,
                number,
                "risk-" + id,
                "workarounds",
                typed,
                () -> workarounds.acceptRisk(Attempts.number(number), id, typed.get("risk"), who));
    }

    @PostMapping("/workarounds/{id}/withdraw")
    ModelAndView withdraw(
            Actor who, @PathVariable String number, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "withdraw-" + id,
                "workarounds",
                typed,
                () -> workarounds.withdraw(Attempts.number(number), id, typed.get("because"), who));
    }

    @GetMapping("/handover")
    ModelAndView draft(Actor who, @PathVariable String number) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        return handover(who, number, Failure.NONE);
    }

    private ModelAndView handover(Actor who, String number, Failure failure) {
        var item = view.item(number);
        var model = view.about(who, item, failure);
        model.put("draft", questions.handover(item, LocaleContextHolder.getLocale()));
        model.put("workers", view.workers(item));
        return new ModelAndView("crisis/handover", model, failure.status());
    }

    @PostMapping("/handovers")
    ModelAndView sign(Actor who, @PathVariable String number, @RequestParam Map<String, String> typed) {
        return attempts.attempt(
                who,
                "handover",
                typed,
                () -> handovers.sign(
                        Attempts.number(number), typed.get("to"), typed.get("summary"), Attempts.once(typed), who),
                "/incidents/%s/crisis#handovers".formatted(Attempts.number(number)),
                failure -> handover(who, number, failure));
    }

    @PostMapping("/handovers/{id}/accept")
    ModelAndView accept(
            Actor who, @PathVariable String number, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "handover-" + id,
                "handovers",
                typed,
                () -> handovers.accept(Attempts.number(number), id, who));
    }
}
