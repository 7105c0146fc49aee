package org.relevo.incident.crisis.web;

import java.util.Map;
import org.relevo.incident.crisis.Comments;
import org.relevo.incident.crisis.CrisisAction;
import org.relevo.incident.crisis.CrisisActions;
import org.relevo.incident.crisis.CrisisRole;
import org.relevo.incident.crisis.CrisisRoles;
import org.relevo.incident.crisis.Hypotheses;
import org.relevo.incident.crisis.Hypothesis;
import org.relevo.people.Actor;
import org.relevo.platform.web.LocalTimes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What people do in the crisis room: take roles, comment, weigh hypotheses, agree actions. */
@Controller
@RequestMapping("/incidents/{number}/crisis")
class RoomForms {

    private final Attempts attempts;
    private final CrisisRoles roles;
    private final Comments comments;
    private final Hypotheses hypotheses;
    private final CrisisActions actions;

    RoomForms(Attempts attempts, CrisisRoles roles, Comments comments, Hypotheses hypotheses, CrisisActions actions) {
        this.attempts = attempts;
        this.roles = roles;
        this.comments = comments;
        this.hypotheses = hypotheses;
        this.actions = actions;
    }

    @PostMapping("/roles/{role}")
    ModelAndView role(
            Actor who,
            @PathVariable String number,
            @PathVariable CrisisRole role,
            @RequestParam Map<String, String> typed) {
        return attempts.room(who, number, "role-" + role, "roles", typed, () -> {
            if (typed.containsKey("vacate")) {
                roles.vacate(Attempts.number(number), role, who);
            } else {
                roles.assign(Attempts.number(number), role, typed.get("username"), who);
            }
        });
    }

    @PostMapping("/comments")
    ModelAndView comment(Actor who, @PathVariable String number, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "comment",
                "timeline",
                typed,
                () -> comments.say(Attempts.number(number), typed.get("comment"), Attempts.once(typed), who));
    }

    @PostMapping("/hypotheses")
    ModelAndView hypothesis(Actor who, @PathVariable String number, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "hypothesis",
                "hypotheses",
                typed,
                () -> hypotheses.state(Attempts.number(number), typed.get("hypothesis"), Attempts.once(typed), who));
    }

    @PostMapping("/hypotheses/{id}/evidence")
    ModelAndView evidence(
            Actor who, @PathVariable String number, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "evidence-" + id,
                "hypothesis-" + id,
                typed,
                () -> hypotheses.add(
                        Attempts.number(number),
                        id,
                        !"false".equals(typed.get("supports")),
                        typed.get("evidence"),
                        Attempts.once(typed),
                        who));
    }

    @PostMapping("/hypotheses/{id}/{state:confirmed|refuted|open}")
    ModelAndView decide(
            Actor who,
            @PathVariable String number,
            @PathVariable long id,
            @PathVariable String state,
            @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "decide-" + id,
                "hypothesis-" + id,
                typed,
                () -> hypotheses.decide(
                        Attempts.number(number),
                        id,
                        Hypothesis.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)),
                        typed.get("because"),
                        who));
    }

    @PostMapping("/actions")
    ModelAndView action(Actor who, @PathVariable String number, @RequestParam Map<String, String> typed) {
        return attempts.room(who, number, "action", "actions", typed, () -> agree(number, typed, who));
    }

    private void agree(String number, Map<String, String> typed, Actor who) {
        actions.agree(
                Attempts.number(number),
                new CrisisActions.Agreed(
                        typed.get("action"),
                        typed.get("owner"),
                        LocalTimes.read("dueAt", typed.get("dueAt")),
                        MeetingForms.id(typed.get("meeting"))),
                Attempts.once(typed),
                who);
    }

    @PostMapping("/actions/{id}/{outcome:done|dropped}")
    ModelAndView end(
            Actor who,
            @PathVariable String number,
            @PathVariable long id,
            @PathVariable String outcome,
            @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "action-" + id,
                "actions",
                typed,
                () -> actions.end(
                        Attempts.number(number),
                        id,
                        CrisisAction.Outcome.valueOf(outcome.toUpperCase(java.util.Locale.ROOT)),
                        who));
    }
}
