package org.relevo.inbox.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.inbox.InboxItem;
import org.relevo.people.People;
import org.relevo.service.Services;
import org.relevo.workitem.WorkItem;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItems;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts beside tasks what people want to see with them. */
@Component
class TaskRows {

    private final WorkItems workItems;
    private final Commitments commitments;
    private final People people;
    private final Services services;
    private final MessageSource messages;
    private final Clock clock;

    TaskRows(
            WorkItems workItems,
            Commitments commitments,
            People people,
            Services services,
            MessageSource messages,
            Clock clock) {
        this.clock = clock;
        this.workItems = workItems;
        this.commitments = commitments;
        this.people = people;
        this.services = services;
        this.messages = messages;
    }

    Names names() {
        return new Names(people, services);
    }

    List<TaskRow> of(List<InboxItem> tasks) {
        var names = names();
        var numbers = tasks.stream().map(InboxItem::workItem).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<WorkItemNumber, WorkItem> cases = new HashMap<>();
        numbers.forEach(number -> workItems.find(number).ifPresent(found -> cases.put(number, found)));
        var clocks = commitments.of(numbers);
        return tasks.stream()
                .map(task -> new TaskRow(
                        task,
                        cases.get(task.workItem()),
                        nearest(clocks.getOrDefault(task.workItem(), List.of()), clock.instant()),
                        whose(task, names),
                        names.person(task.assignee())))
                .toList();
    }

    /** Of the commitments that still run, the one that falls due first. */
    static @Nullable Commitment nearest(List<Commitment> commitments, Instant now) {
        return commitments.stream()
                .filter(Commitment::running)
                .min(Comparator.comparing(c -> c.dueAt(now).orElse(Instant.MAX)))
                .orElse(null);
    }

    private String whose(InboxItem task, Names names) {
        if (task.team() != null) {
            return names.team(task.team());
        }
        var role = task.role();
        return role == null
                ? ""
                : String.valueOf(messages.getMessage("role." + role, null, role, LocaleContextHolder.getLocale()));
    }
}
