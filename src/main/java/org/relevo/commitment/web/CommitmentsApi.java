package org.relevo.commitment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.relevo.commitment.Amount;
import org.relevo.commitment.Commitment;
import org.relevo.commitment.Commitments;
import org.relevo.commitment.Hold;
import org.relevo.commitment.LedgerLine;
import org.relevo.commitment.Term;
import org.relevo.people.Actor;
import org.relevo.people.Role;
import org.relevo.platform.Refusal;
import org.relevo.platform.web.JsonBody;
import org.relevo.rules.Agreement;
import org.relevo.rules.Metric;
import org.relevo.rules.TimeTarget;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commitments for programs: their account, hold and resume, start and amounts. */
@RestController
@Tag(name = "Commitments")
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class CommitmentsApi {

    private final Commitments commitments;
    private final Clock clock;

    CommitmentsApi(Commitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    /**
     * A commitment with its whole account.
     *
     * @param used working time in ISO 8601: the sum of the ledger, to the second
     * @param left working time; negative when it is overdue
     */
    record Account(
            long id,
            String workItem,
            Agreement agreement,
            Metric metric,
            Commitment.Status state,
            Instant startedAt,
            @Nullable TimeTarget target,
            @Nullable Amount amount,
            @Nullable Instant dueAt,
            @Nullable Instant endedAt,
            double usedShare,
            Duration used,
            Duration left,
            List<Term> calendars,
            List<Hold> holds,
            List<LedgerLine> ledger,
            @Nullable Instant nextCheckpointAt) {

        static Account of(Commitment c, Instant now) {
            return new Account(
                    c.id(),
                    c.workItem().value(),
                    c.agreement(),
                    c.metric(),
                    c.stateAt(now),
                    c.startedAt(),
                    c.target(),
                    c.amount(),
                    c.dueAt(now).orElse(null),
                    c.endedAt(),
                    c.usedShare(now),
                    c.used(now),
                    c.left(now),
                    c.terms(),
                    c.holds(),
                    c.ledger(now),
                    c.nextCheckpoint(now).orElse(null));
        }
    }

    @Operation(
            summary =
                    "A commitment with its ledger: every stretch of time, what of it counted, and why the rest did not")
    @GetMapping("/commitments/{id}")
    Account get(@PathVariable long id) {
        return Account.of(commitments.get(id), clock.instant());
    }

    @Operation(
            summary = "Puts the holdable commitments of a case on hold: because, from (default now), to (default open)")
    @PostMapping(path = "/work-items/{number}/hold", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Account> hold(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var body = JsonBody.object(request);
        body.only("because", "from", "to");
        var because = body.text("because");
        var from = body.instantOrNull("from");
        var to = body.instantOrNull("to");
        body.check();
        var item = new WorkItemNumber(number);
        commitments.hold(item, Objects.requireNonNullElse(from, clock.instant()), to, because.strip(), by);
        return all(item);
    }

    @Operation(summary = "Resumes the held commitments of a case, now or at an instant that has passed")
    @PostMapping(path = "/work-items/{number}/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
    List<Account> resume(@PathVariable String number, HttpServletRequest request, Actor by) {
        by.require(Role.AGENT, Role.SERVICE_MANAGER);
        var body = JsonBody.object(request);
        body.only("at");
        var at = body.instantOrNull("at");
        body.check();
        var item = new WorkItemNumber(number);
        commitments.resume(item, Objects.requireNonNullElse(at, clock.instant()), by);
        return all(item);
    }

    @Operation(summary = "Lets a commitment count from another start, as agreed afterwards")
    @PostMapping(path = "/commitments/{id}/restart", consumes = MediaType.APPLICATION_JSON_VALUE)
    Account restart(@PathVariable long id, HttpServletRequest request, Actor by) {
        by.require(Role.SERVICE_MANAGER);
        var body = JsonBody.object(request);
        body.only("startedAt", "because");
        var startedAt = body.instant("startedAt");
        var because = body.text("because");
        body.check();
        commitments.restart(id, Objects.requireNonNull(startedAt), because.strip(), by);
        return get(id);
    }

    @Operation(summary = "Reports what an amount is now")
    @PostMapping(path = "/commitments/{id}/report", consumes = MediaType.APPLICATION_JSON_VALUE)
    Account report(@PathVariable long id, HttpServletRequest request, Actor by) {
        by.require(Role.SERVICE_MANAGER, Role.PROJECT_MANAGER, Role.AGENT);
        var body = JsonBody.object(request);
        body.only("amount", "note");
        var amount = body.plain("amount");
        var note = body.textOrNull("note", 500);
        body.check();
        commitments.report(id, amount(amount), note, by);
        return get(id);
    }

    private static BigDecimal amount(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new Refusal.Invalid("/amount", "Give a number such as 10250.50.");
        }
    }

    private List<Account> all(WorkItemNumber item) {
        return commitments.of(item).stream()
                .map(c -> Account.of(c, clock.instant()))
                .toList();
    }
}
