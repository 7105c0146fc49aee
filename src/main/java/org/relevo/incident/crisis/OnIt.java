package org.relevo.incident.crisis;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.relevo.incident.CaseCourse;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.workitem.WorkItem;
import org.springframework.stereotype.Component;

/** Who is on a case: those who have a role, a task or the pager. */
@Component
public class OnIt {

    private final CrisisRoles roles;
    private final CaseCourse course;
    private final People people;
    private final Clock clock;

    OnIt(CrisisRoles roles, CaseCourse course, People people, Clock clock) {
        this.roles = roles;
        this.course = course;
        this.people = people;
        this.clock = clock;
    }

    /** Why somebody is on a case. */
    public enum Because {
        ROLE,
        TASK,
        ASSIGNEE,
        ON_CALL,
        ANSWERS
    }

    /**
     * @param what the role's name, the task's name or the team's name; null where the reason says it all
     */
    public record Reason(Because because, @Nullable String what) {}

    /** Somebody, and why they are on it. */
    public record Engaged(Person person, List<Reason> reasons) {}

    /** Everybody once: who leads first, then who works on it, then who is on call and who answers for the service. */
    public List<Engaged> of(WorkItem item) {
        var found = new LinkedHashMap<Person, List<Reason>>();
        roles.of(item.number()).stream()
                .sorted(java.util.Comparator.comparing(RoleHolder::role))
                .forEach(one ->
                        add(found, one.username(), Because.ROLE, one.role().name()));
        add(found, item.assignee(), Because.ASSIGNEE, null);
        course.openTasks(item.number()).forEach(task -> add(found, task.assignee(), Because.TASK, task.name()));
        if (item.team() != null && item.state().open()) {
            var team = people.team(item.team());
            team.ifPresent(known -> people.onCallOfAllLayers(known.key(), clock.instant())
                    .forEach(person -> add(found, person.username(), Because.ON_CALL, known.name())));
        }
        people.serviceManagers(item.service()).forEach(person -> add(found, person.username(), Because.ANSWERS, null));
        return found.entrySet().stream()
                .map(one -> new Engaged(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    private void add(
            Map<Person, List<Reason>> found, @Nullable String username, Because because, @Nullable String what) {
        if (username != null) {
            people.find(username)
                    .filter(Person::enabled)
                    .ifPresent(person -> found.computeIfAbsent(person, key -> new ArrayList<>())
                            .add(new Reason(because, what)));
        }
    }
}
