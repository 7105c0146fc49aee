package org.relevo.workflow.designer.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.PasswordAgain;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.platform.web.Paged;
import org.relevo.workflow.designer.Migrations;
import org.relevo.workflow.designer.Moves;
import org.relevo.workflow.designer.ProcessList;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Running cases on to the newest version: what would become of each, how far it is, and what became of each. */
@Controller
@RequestMapping("/processes/{key}/migration")
class MovePages {

    private final ProcessList list;
    private final Migrations migrations;
    private final Moves moves;
    private final PasswordAgain password;

    MovePages(ProcessList list, Migrations migrations, Moves moves, PasswordAgain password) {
        this.list = list;
        this.migrations = migrations;
        this.moves = moves;
        this.password = password;
    }

    @GetMapping
    ModelAndView dryRun(@PathVariable String key, @RequestParam(defaultValue = "") String page, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return page(key, page, null, who);
    }

    private ModelAndView page(String key, String page, @Nullable Refusal refused, Actor who) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("key", key);
        model.put("name", list.name(key));
        model.put("version", list.versions(key).get(0).version());
        var paged = Paged.asked(page, migrations.count(key));
        model.put("paged", paged);
        model.put("forecasts", migrations.forecast(key, paged.page(), paged.size(), who));
        model.put("moves", moves.of(key));
        model.put("asked", !password.given());
        model.put("refused", refused instanceof Refusal.Conflict ? refused.getMessage() : null);
        model.put("problems", refused instanceof Refusal.Invalid invalid ? FieldProblems.of(invalid) : Map.of());
        return new ModelAndView(
                "designer/migration",
                model,
                refused == null
                        ? HttpStatus.OK
                        : refused instanceof Refusal.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    @PostMapping
    ModelAndView begin(
            @PathVariable String key, @RequestParam(name = "password", defaultValue = "") String typed, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        list.name(key);
        try {
            password.require(who, typed);
            return redirect(key, moves.begin(key, who).id());
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return page(key, "", refused, who);
        }
    }

    @GetMapping("/{move}")
    ModelAndView move(
            @PathVariable String key,
            @PathVariable long move,
            @RequestParam(defaultValue = "") String page,
            Actor who) {
        who.require(Role.PROCESS_ADMIN);
        var found = moves.get(key, move);
        var paged = Paged.asked(page, found.all());
        return new ModelAndView(
                "designer/move",
                Map.of(
                        "key",
                        key,
                        "name",
                        list.name(key),
                        "move",
                        found,
                        "paged",
                        paged,
                        "cases",
                        moves.cases(found, paged.page(), paged.size())));
    }

    /** Pressed once more after the end, it shows how it ended. */
    @PostMapping("/{move}/stop")
    ModelAndView stop(@PathVariable String key, @PathVariable long move, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        if (moves.get(key, move).open()) {
            moves.stop(key, move, who);
        }
        return redirect(key, move);
    }

    private static ModelAndView redirect(String key, long move) {
        return new ModelAndView("redirect:/processes/{key}/migration/{move}", Map.of("key", key, "move", move));
    }
}
