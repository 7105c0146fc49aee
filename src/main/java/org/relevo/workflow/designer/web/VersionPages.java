package org.relevo.workflow.designer.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.PasswordAgain;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.workflow.designer.ProcessList;
import org.relevo.workflow.designer.Releases;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The deployed versions of a process: back to one of them, and no more of it. */
@Controller
@RequestMapping("/processes/{key}")
class VersionPages {

    private final ProcessList list;
    private final Releases releases;
    private final PasswordAgain password;

    VersionPages(ProcessList list, Releases releases, PasswordAgain password) {
        this.list = list;
        this.releases = releases;
        this.password = password;
    }

    @GetMapping("/versions")
    ModelAndView versions(@PathVariable String key, Actor who) {
        return page(key, who, null, "");
    }

    private ModelAndView page(String key, Actor who, @Nullable Refusal refused, String typed) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("key", key);
        model.put("name", list.name(key));
        model.put("retired", list.retired(key));
        model.put("versions", list.versions(key));
        model.put("changes", who.has(Role.PROCESS_ADMIN));
        model.put("asked", !password.given());
        model.put("refused", refused == null ? null : refused.getMessage());
        model.put("problems", refused instanceof Refusal.Invalid invalid ? FieldProblems.of(invalid) : Map.of());
        model.put("typed", typed);
        return new ModelAndView(
                "designer/versions",
                model,
                refused == null
                        ? HttpStatus.OK
                        : refused instanceof Refusal.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    @PostMapping("/roll-back")
    ModelAndView rollBack(
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "password", defaultValue = "") String typed,
            Actor who) {
        return attempt(key, who, reason, () -> {
            password.require(who, typed);
            releases.rollBack(key, version, reason, who);
        });
    }

    @PostMapping("/retire")
    ModelAndView retire(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "password", defaultValue = "") String typed,
            Actor who) {
        return attempt(key, who, reason, () -> {
            password.require(who, typed);
            releases.retire(key, reason, who);
        });
    }

    @PostMapping("/take-up")
    ModelAndView takeUpAgain(@PathVariable String key, Actor who) {
        return attempt(key, who, "", () -> releases.takeUpAgain(key, who));
    }

    private ModelAndView attempt(String key, Actor who, String typed, Runnable act) {
        who.require(Role.PROCESS_ADMIN);
        list.name(key);
        try {
            act.run();
            return new ModelAndView("redirect:/processes/{key}/versions", Map.of("key", key));
        } catch (Refusal.Conflict | Refusal.Invalid refused) {
            return page(key, who, refused, typed);
        }
    }
}
