package org.relevo.incident.crisis.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Carries out what a form asks; what is refused comes back with the form as it was typed. */
@Component
class Attempts {

    private final RoomView view;

    Attempts(RoomView view) {
        this.view = view;
    }

    /** What a form of the room asks; afterwards the room is shown at one of its sections. */
    ModelAndView room(Actor who, String number, String form, String section, Map<String, String> typed, Runnable verb) {
        return attempt(
                who,
                form,
                typed,
                verb,
                "/incidents/%s/crisis#%s".formatted(number(number), section),
                failure -> room(who, number, TimelineQuery.whole(RoomView.listOf(form)), failure));
    }

    ModelAndView room(Actor who, String number, TimelineQuery query, Failure failure) {
        var item = view.item(number);
        return new ModelAndView("crisis/room", view.room(who, item, query, failure), failure.status());
    }

    ModelAndView attempt(
            Actor who,
            String form,
            Map<String, String> typed,
            Runnable verb,
            String then,
            Function<Failure, ModelAndView> otherwise) {
        who.require(Role.AGENT, Role.SERVICE_MANAGER);
        try {
            verb.run();
            return new ModelAndView("redirect:" + then);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            return otherwise.apply(Failure.of(form, typed, refused));
        }
    }

    static WorkItemNumber number(String number) {
        return new WorkItemNumber(number);
    }

    /** Names a form with all that was typed into it: only the very same, sent twice, is one. */
    static @Nullable String once(Map<String, String> typed) {
        var key = typed.get("once");
        if (key == null || key.isBlank()) {
            return null;
        }
        var said = new TreeMap<>(typed);
        said.remove("_csrf");
        return UUID.nameUUIDFromBytes(said.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
