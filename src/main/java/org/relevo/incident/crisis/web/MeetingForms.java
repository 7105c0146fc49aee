package org.relevo.incident.crisis.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.crisis.CrisisActions;
import org.relevo.incident.crisis.Invitations;
import org.relevo.incident.crisis.Meeting;
import org.relevo.incident.crisis.MeetingMinutes;
import org.relevo.incident.crisis.MeetingPlan;
import org.relevo.incident.crisis.Meetings;
import org.relevo.people.Actor;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.LocalTimes;
import org.relevo.workitem.WorkItem;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Crisis meetings: called in the room, led on a page of their own. */
@Controller
@RequestMapping("/incidents/{number}/crisis/meetings")
class MeetingForms {

    private final Attempts attempts;
    private final RoomView view;
    private final Meetings meetings;
    private final MeetingMinutes minutes;
    private final CrisisActions actions;
    private final Invitations invitations;

    MeetingForms(
            Attempts attempts,
            RoomView view,
            Meetings meetings,
            MeetingMinutes minutes,
            CrisisActions actions,
            Invitations invitations) {
        this.attempts = attempts;
        this.view = view;
        this.meetings = meetings;
        this.minutes = minutes;
        this.actions = actions;
        this.invitations = invitations;
    }

    @PostMapping
    ModelAndView call(Actor who, @PathVariable String number, @RequestParam Map<String, String> typed) {
        return attempts.room(
                who,
                number,
                "meeting",
                "meetings",
                typed,
                () -> meetings.call(Attempts.number(number), plan(typed), who, LocaleContextHolder.getLocale()));
    }

    @GetMapping("/{id:[0-9]+}")
    ModelAndView meeting(Actor who, @PathVariable String number, @PathVariable long id) {
        return page(who, number, id, Failure.NONE);
    }

    private ModelAndView page(Actor who, String number, long id, Failure failure) {
        var item = view.item(number);
        var meeting = find(item, id);
        var model = view.about(who, item, failure);
        model.put("meeting", meeting);
        model.put("parts", Meeting.Part.values());
        model.put("workers", view.workers(item));
        model.put(
                "actions",
                actions.of(item.number()).stream()
                        .filter(one -> java.util.Objects.equals(one.meeting(), id))
                        .toList());
        return new ModelAndView("crisis/meeting", model, failure.status());
    }

    @GetMapping("/{id:[0-9]+}.ics")
    ResponseEntity<String> file(@PathVariable String number, @PathVariable long id) {
        var item = view.item(number);
        var name = "%s-crisis-meeting-%d.ics".formatted(item.number(), id);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType("text/calendar"), StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(invitations.file(item, find(item, id)));
    }

    private Meeting find(WorkItem item, long id) {
        return meetings.find(item.number(), id)
                .orElseThrow(() -> new Refusal.NotFound(
                        "%s has no such meeting. Look for it in the crisis room.".formatted(item.number())));
    }

    @PostMapping("/{id:[0-9]+}/{verb:move|invite|attended|missed|cancel|end|action}")
    ModelAndView act(
            Actor who,
            @PathVariable String number,
            @PathVariable long id,
            @PathVariable String verb,
            @RequestParam Map<String, String> typed) {
        return attempt(who, number, id, verb, typed, () -> act(who, Attempts.number(number), id, verb, typed));
    }

    private void act(
            Actor who, org.relevo.workitem.WorkItemNumber number, long id, String verb, Map<String, String> typed) {
        switch (verb) {
            case "move" -> meetings.move(number, id, plan(typed), who);
            case "invite" -> meetings.invite(number, id, typed.get("username"), who);
            case "attended", "missed" ->
                minutes.attended(number, id, typed.get("username"), verb.equals("attended"), who);
            case "cancel" -> meetings.cancel(number, id, typed.get("because"), who);
            case "end" ->
                meetings.end(
                        number, id, LocalTimes.read("next", typed.get("next")), who, LocaleContextHolder.getLocale());
            default ->
                actions.agree(
                        number,
                        new CrisisActions.Agreed(
                                typed.get("action"),
                                typed.get("owner"),
                                LocalTimes.read("dueAt", typed.get("dueAt")),
                                id),
                        Attempts.once(typed),
                        who);
        }
    }

    @PostMapping("/{id:[0-9]+}/{part:agenda|findings|decisions}")
    ModelAndView write(
            Actor who,
            @PathVariable String number,
            @PathVariable long id,
            @PathVariable String part,
            @RequestParam Map<String, String> typed) {
        var heading = Meeting.Part.valueOf(part.toUpperCase(Locale.ROOT));
        return attempt(
                who,
                number,
                id,
                part,
                typed,
                () -> minutes.write(Attempts.number(number), id, heading, typed.get("text"), version(typed), who));
    }

    private ModelAndView attempt(
            Actor who, String number, long id, String form, Map<String, String> typed, Runnable verb) {
        return attempts.attempt(
                who,
                form,
                typed,
                verb,
                "/incidents/%s/crisis/meetings/%d#%s".formatted(Attempts.number(number), id, form),
                failure -> page(who, number, id, failure));
    }

    private static MeetingPlan plan(Map<String, String> typed) {
        var asked = typed.getOrDefault("participants", "");
        var names = asked.isBlank()
                ? List.<String>of()
                : Arrays.asList(asked.strip().split("[\\s,;]+"));
        var length = typed.getOrDefault("minutes", "").strip();
        if (!length.isEmpty() && !length.matches("\\d{1,4}")) {
            throw new Refusal.Invalid("minutes", "Give a length from 5 to 480 minutes.");
        }
        return new MeetingPlan(
                LocalTimes.read("startsAt", typed.get("startsAt")),
                length.isEmpty() ? null : Integer.valueOf(length),
                typed.get("link"),
                names);
    }

    static @Nullable Long id(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }

    /** The version of a text that the writer has seen. */
    static int version(Map<String, String> typed) {
        var seen = typed.getOrDefault("seen", "");
        return seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0;
    }
}
