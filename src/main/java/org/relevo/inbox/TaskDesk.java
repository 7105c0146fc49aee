package org.relevo.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.people.Actor;
import org.relevo.people.People;
import org.relevo.people.Person;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.TimelineEvent;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TaskDesk implements Inbox {

    private final InboxRows rows;
    private final TaskEngine engine;
    private final People people;
    private final WorkItems workItems;
    private final Timeline timeline;
    private final Clock clock;

    TaskDesk(InboxRows rows, TaskEngine engine, People people, WorkItems workItems, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.engine = engine;
        this.people = people;
        this.workItems = workItems;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public List<InboxItem> find(Actor who, Tab tab, @Nullable String text, int page, int size) {
        return rows.find(who, tab, text, page, size);
    }

    @Override
    public long count(Actor who, Tab tab, @Nullable String text) {
        return rows.count(who, tab, text);
    }

    @Override
    public Optional<InboxItem> find(String id, Actor who) {
        return rows.find(id).filter(item -> mayDo(item, who) || who.has(Role.ADMIN));
    }

    @Override
    public List<InboxItem> of(WorkItemNumber number) {
        return rows.of(number);
    }

    @Override
    @Transactional
    public List<FormField> form(String id, Actor who) {
        var task = open(id, who);
        return engine.form(task.id());
    }

    @Override
    @Transactional
    public InboxItem claim(String id, Actor who) {
        var task = openAndLocked(id, who);
        if (who.name().equals(task.assignee())) {
            return task;
        }
        if (!hasRoleOf(task, who)) {
            who.require(Role.AGENT, Role.SERVICE_MANAGER);
        }
        if (!rows.claim(id, who.name(), clock.instant())) {
            var now = rows.find(id).orElse(task);
            throw new Refusal.Conflict(
                    now.assignee() == null
                            ? "“%s” has ended and can no longer be claimed.".formatted(task.name())
                            : "%s has already claimed “%s”. Ask them to release it."
                                    .formatted(called(now.assignee()), task.name()));
        }
        engine.claim(id, who.name());
        tell(task, "TASK_CLAIMED", "Claimed “%s”".formatted(task.name()), who);
        return rows.find(id).orElseThrow();
    }

    @Override
    @Transactional
    public InboxItem release(String id, Actor who) {
        var task = openAndLocked(id, who);
        if (task.team() == null && task.role() == null) {
            throw new Refusal.Conflict(
                    "“%s” is meant for one person only and cannot be released. Complete it.".formatted(task.name()));
        }
        if (!rows.release(id, who.name())) {
            throw notYours(task, "released");
        }
        engine.release(id);
        tell(task, "TASK_RELEASED", "Released “%s”".formatted(task.name()), who);
        return rows.find(id).orElseThrow();
    }

    @Override
    @Transactional
    public InboxItem complete(String id, Actor who, Map<String, String> values) {
        var task = openAndLocked(id, who);
        if (!who.name().equals(task.assignee())) {
            throw notYours(task, "completed");
        }
        var checked = Forms.check(engine.form(id), values);
        if (!rows.complete(id, who.name(), clock.instant())) {
            throw notYours(task, "completed");
        }
        tell(task, "TASK_COMPLETED", "Completed “%s”%s".formatted(task.name(), Forms.inWords(checked)), who);
        engine.complete(id, who, checked);
        return rows.find(id).orElseThrow();
    }

    /**
     * Whoever changes a case locks it before anything else of it. Otherwise one who completes a task and one who
     * acknowledges by mail at the same moment would wait for one another.
     */
    private InboxItem openAndLocked(String id, Actor who) {
        workItems.locked(open(id, who).workItem());
        return open(id, who);
    }

    private InboxItem open(String id, Actor who) {
        var task = find(id, who)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no such task, or it belongs to another team. Look for it in your inbox."));
        if (task.endedAt() != null) {
            throw new Refusal.Conflict("“%s” has ended%s and can no longer be changed."
                    .formatted(task.name(), task.endedBy() == null ? "" : " (by %s)".formatted(task.endedBy())));
        }
        return task;
    }

    /** A machine with a token works for every team; a person for their own teams and roles. */
    private static boolean mayDo(InboxItem task, Actor who) {
        return who.kind() != Actor.Kind.PERSON
                || who.name().equals(task.assignee())
                || who.name().equals(task.endedBy())
                || (task.team() != null && who.teams().contains(task.team()))
                || hasRoleOf(task, who);
    }

    private static boolean hasRoleOf(InboxItem task, Actor who) {
        return who.roles().stream().anyMatch(role -> role.name().equals(task.role()));
    }

    private Refusal.Conflict notYours(InboxItem task, String verb) {
        return new Refusal.Conflict(
                task.assignee() == null
                        ? "“%s” is claimed by nobody. Claim it first; then it can be %s.".formatted(task.name(), verb)
                        : "“%s” is claimed by %s. Only they can have it %s."
                                .formatted(task.name(), called(task.assignee()), verb));
    }

    /** A person's name; what is no username, as the name of a token, stays as it is. */
    private String called(String username) {
        return people.find(username).map(Person::name).orElse(username);
    }

    private void tell(InboxItem task, String kind, String text, Actor who) {
        timeline.append(task.workItem(), new TimelineEvent(clock.instant(), kind, text, who.name(), null));
    }
}
