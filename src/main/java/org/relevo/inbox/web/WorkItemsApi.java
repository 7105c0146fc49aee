package org.relevo.inbox.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Commitments;
import org.relevo.escalation.Escalations;
import org.relevo.inbox.Inbox;
import org.relevo.inbox.web.WorkItemDetail.Summary;
import org.relevo.intake.Alerts;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.Choices;
import org.relevo.rules.Priority;
import org.relevo.workitem.Filter;
import org.relevo.workitem.State;
import org.relevo.workitem.Timeline;
import org.relevo.workitem.WorkItemNumber;
import org.relevo.workitem.WorkItemType;
import org.relevo.workitem.WorkItems;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP, with everything that is known of them. Times in UTC. */
@RestController
@RequestMapping("/api/v1/work-items")
@Tag(name = "Work items")
class WorkItemsApi {

    private static final int STANDARD_SIZE = 50;
    private static final int LARGEST_SIZE = 200;

    private final WorkItems workItems;
    private final Timeline timeline;
    private final Commitments commitments;
    private final Escalations escalations;
    private final Inbox inbox;
    private final Alerts alerts;
    private final Clock clock;

    WorkItemsApi(
            WorkItems workItems,
            Timeline timeline,
            Commitments commitments,
            Escalations escalations,
            Inbox inbox,
            Alerts alerts,
            Clock clock) {
        this.workItems = workItems;
        this.timeline = timeline;
        this.commitments = commitments;
        this.escalations = escalations;
        this.inbox = inbox;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** One page of cases, the newest first; pages count from 0. */
    record Listing(List<Summary> items, int page, int size, long total) {}

    @GetMapping
    @Operation(summary = "Cases by type, state, priority and service, the newest first; at most 200 a page")
    Listing find(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        var filter = new Filter(
                Choices.one("type", type, WorkItemType.class),
                Choices.one("state", state, State.class),
                Choices.one("priority", priority, Priority.class),
                service == null || service.isBlank() ? null : service.strip(),
                null,
                null);
        var found = workItems.find(
                filter,
                Choices.number("page", page, 0, 0, 1_000_000),
                Choices.number("size", size, STANDARD_SIZE, 1, LARGEST_SIZE));
        return new Listing(
                found.items().stream().map(Summary::of).toList(), found.page(), found.size(), found.total());
    }

    @GetMapping("/{number}")
    @Operation(summary = "A case with its commitments, timeline, escalations, tasks and alerts, each decision with its reason")
    WorkItemDetail get(@PathVariable String number) {
        var wanted = new WorkItemNumber(number);
        var item = workItems
                .find(wanted)
                .orElseThrow(() -> new Refusal.NotFound(
                        "There is no case %s. /api/v1/work-items lists those there are.".formatted(wanted)));
        return WorkItemDetail.of(
                item,
                commitments.of(wanted),
                timeline.of(wanted),
                escalations.of(wanted),
                inbox.of(wanted),
                alerts.of(wanted),
                clock.instant());
    }
}
