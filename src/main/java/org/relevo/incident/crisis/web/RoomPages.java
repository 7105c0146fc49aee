package org.relevo.incident.crisis.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.CaseCourse;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.platform.web.When;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The crisis room, the timeline as swim lanes, and the time that each step has taken. */
@Controller
class RoomPages {

    /** How much of the end of a timeline can be looked at closely. */
    private static final Map<String, Duration> WINDOWS = new LinkedHashMap<>();

    static {
        WINDOWS.put("1h", Duration.ofHours(1));
        WINDOWS.put("4h", Duration.ofHours(4));
        WINDOWS.put("24h", Duration.ofHours(24));
    }

    private final RoomView view;
    private final Attempts attempts;
    private final CaseCourse course;
    private final People people;
    private final Clock clock;

    RoomPages(RoomView view, Attempts attempts, CaseCourse course, People people, Clock clock) {
        this.view = view;
        this.attempts = attempts;
        this.course = course;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/incidents/{number}/crisis")
    ModelAndView room(Actor who, @PathVariable String number, @ModelAttribute TimelineQuery query) {
        return attempts.room(who, number, query, Failure.NONE);
    }

    @GetMapping("/incidents/{number}/swimlanes")
    ModelAndView lanes(
            Actor who, @PathVariable String number, @RequestParam(required = false) @Nullable String window) {
        var item = view.item(number);
        var names = new PersonNames(people);
        var length = window == null ? null : WINDOWS.get(window);
        var model = view.about(who, item, Failure.NONE);
        model.put("lanes", view.lanes(item, view.events(item), course.steps(item.number()), names, length));
        model.put("windows", WINDOWS.keySet());
        model.put("window", length == null ? null : window);
        return new ModelAndView("crisis/swimlanes", model);
    }

    /** By the element's id in the diagram, how long the process was in it, in words. */
    @GetMapping(path = "/incidents/{number}/crisis/times.json", produces = "application/json")
    ResponseEntity<Map<String, String>> times(@PathVariable String number, @RequestAttribute("when") When when) {
        return ResponseEntity.ok(spent(course.steps(view.item(number).number()), clock.instant(), when));
    }

    private static Map<String, String> spent(List<CaseCourse.Step> steps, Instant now, When when) {
        var spent = new LinkedHashMap<String, Duration>();
        steps.stream()
                .filter(CaseCourse.Step::person)
                .forEach(step -> spent.merge(step.element(), step.spent(now), Duration::plus));
        var words = new HashMap<String, String>();
        spent.forEach((element, time) -> words.put(element, when.span(time)));
        return words;
    }
}
