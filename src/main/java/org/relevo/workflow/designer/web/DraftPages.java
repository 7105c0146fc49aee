package org.relevo.workflow.designer.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.PasswordAgain;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.FieldProblems;
import org.relevo.workflow.designer.Comparison;
import org.relevo.workflow.designer.ProcessDrafts;
import org.relevo.workflow.designer.Releases;
import org.relevo.workflow.guard.Guards;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A draft: what is wrong with it, what it would change, its versions, what was said of it, and its way to the engine. */
@Controller
@RequestMapping("/processes/drafts/{id}")
class DraftPages {

    private final ProcessDrafts drafts;
    private final Releases releases;
    private final Comparison comparison;
    private final Guards guards;
    private final PasswordAgain password;
    private final Clock clock;

    DraftPages(
            ProcessDrafts drafts,
            Releases releases,
            Comparison comparison,
            Guards guards,
            PasswordAgain password,
            Clock clock) {
        this.drafts = drafts;
        this.releases = releases;
        this.comparison = comparison;
        this.guards = guards;
        this.password = password;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable long id,
            @RequestParam(defaultValue = "deployed") String from,
            @RequestParam(defaultValue = "newest") String to,
            Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return page(id, from, to, who, null, "", "");
    }

    private ModelAndView page(
            long id, String from, String to, Actor who, @Nullable Refusal refused, String verb, String typed) {
        var draft = drafts.get(id);
        var model = new HashMap<String, @Nullable Object>();
        model.put("draft", draft);
        model.put("lockedBy", draft.lockedFor(who.name(), clock.instant()));
        model.put("faults", guards.guard().check(bytes(drafts.xml(id, draft.version()))));
        model.put("changes", comparison.between(id, from, to));
        model.put("from", from);
        model.put("to", to);
        model.put("versions", drafts.versions(id));
        model.put("comments", drafts.comments(id));
        model.put("mine", drafts.authors(id).contains(who.name()) || who.name().equals(draft.submittedBy()));
        model.put("asked", !password.given());
        model.put("refused", refused == null ? null : refused.getMessage());
        model.put("problems", refused instanceof Refusal.Invalid invalid ? FieldProblems.of(invalid) : Map.of());
        model.put("verb", verb);
        model.put("typed", typed);
        return new ModelAndView(
                "designer/draft",
                model,
                refused == null
                        ? HttpStatus.OK
                        : refused instanceof Refusal.Invalid ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @PostMapping("/submit")
    ModelAndView submit(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor who) {
        return attempt(id, "submit", reason, who, draft -> releases.submit(draft, reason, who));
    }

    @PostMapping("/approve")
    ModelAndView approve(@PathVariable long id, @RequestParam(defaultValue = "") String decision, Actor who) {
        return attempt(id, "decide", decision, who, draft -> releases.approve(draft, decision, who));
    }

    @PostMapping("/return")
    ModelAndView giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String decision, Actor who) {
        return attempt(id, "decide", decision, who, draft -> releases.giveBack(draft, decision, who));
    }

    @PostMapping("/deploy")
    ModelAndView deploy(
            @PathVariable long id, @RequestParam(name = "password", defaultValue = "") String typed, Actor who) {
        return attempt(id, "deploy", "", who, draft -> {
            password.require(who, typed);
            releases.deploy(draft, who);
        });
    }

    @PostMapping("/catch-up")
    ModelAndView catchUp(@PathVariable long id, Actor who) {
        return attempt(id, "catch-up", "", who, draft -> releases.catchUp(draft, who));
    }

    @PostMapping("/use")
    ModelAndView use(@PathVariable long id, @RequestParam(defaultValue = "0") int version, Actor who) {
        return attempt(id, "use", "", who, draft -> drafts.useAgain(draft, version, who));
    }

    @PostMapping("/comment")
    ModelAndView comment(@PathVariable long id, @RequestParam(defaultValue = "") String text, Actor who) {
        return attempt(id, "comment", text, who, draft -> drafts.comment(draft, text, who));
    }

    @PostMapping("/lock")
    ModelAndView lock(@PathVariable long id, Actor who) {
        return attempt(id, "lock", "", who, draft -> drafts.lock(draft, who));
    }

    @PostMapping("/unlock")
    ModelAndView unlock(@PathVariable long id, Actor who) {
        return attempt(id, "lock", "", who, draft -> drafts.unlock(draft, who));
    }

    @PostMapping("/discard")
    ModelAndView discard(@PathVariable long id, Actor who) {
        return attempt(id, "discard", "", who, draft -> drafts.discard(draft, who));
    }

    @PostMapping("/duplicate")
    ModelAndView duplicate(@PathVariable long id, Actor who) {
        who.require(Role.PROCESS_ADMIN);
        return DesignerPages.opened(drafts.duplicate(id, who));
    }

    private ModelAndView attempt(long id, String verb, String typed, Actor who, Consumer<Long> act) {
        who.require(Role.PROCESS_ADMIN);
        try {
            act.accept(drafts.get(id).id());
            return new ModelAndView("redirect:/processes/drafts/{id}", Map.of("id", id));
        } catch (Refusal.Conflict | Refusal.Invalid refused) {
            return page(id, "deployed", "newest", who, refused, verb, typed);
        }
    }
}
