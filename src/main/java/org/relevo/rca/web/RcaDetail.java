package org.relevo.rca.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.relevo.rca.CorrectiveAction;
import org.relevo.rca.Rca;
import org.relevo.rca.RcaContent;
import org.relevo.rca.RcaContent.About;
import org.relevo.rca.RcaContent.Comment;
import org.relevo.rca.RcaContent.Reason;
import org.relevo.rca.RcaContent.Text;
import org.relevo.rca.RcaContent.Version;
import org.relevo.rca.RcaContent.Why;
import org.relevo.rca.RcaStatus;

/** An analysis as the API tells it; {@code /api/v1/work-items/{number}} has its commitments, tasks and timeline. */
@JsonInclude
record RcaDetail(
        String number,
        RcaStatus status,
        String incident,
        @Nullable String signature,
        Instant demandedAt,
        @Nullable Instant deliveredAt,
        @Nullable String submittedBy,
        @Nullable String approvedBy,
        Rca.@Nullable Skip skip,
        List<About> incidents,
        List<Reason> reasons,
        List<Text> sections,
        List<Why> whys,
        List<Planned> actions,
        List<Comment> comments,
        List<Version> versions) {

    /** A corrective action. */
    @JsonInclude
    record Planned(
            String number,
            String rca,
            String title,
            @Nullable String owner,
            CorrectiveAction.Status status,
            Instant plannedAt,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt,
            @Nullable String doneBy,
            @Nullable String doneNote,
            @Nullable Instant quietUntil) {
        static Planned of(CorrectiveAction action) {
            return new Planned(
                    action.number().value(),
                    action.rca().value(),
                    action.title(),
                    action.owner(),
                    action.status(),
                    action.plannedAt(),
                    action.dueAt(),
                    action.doneAt(),
                    action.doneBy(),
                    action.doneNote(),
                    action.quietUntil());
        }
    }

    /** An analysis in a list. */
    @JsonInclude
    record Summary(
            String number,
            RcaStatus status,
            String incident,
            Instant demandedAt,
            @Nullable Instant deliveredAt) {
        static Summary of(Rca rca) {
            return new Summary(
                    rca.number().value(), rca.status(), rca.incident().value(), rca.demandedAt(), rca.deliveredAt());
        }
    }

    static RcaDetail of(Rca rca, RcaContent content) {
        return new RcaDetail(
                rca.number().value(),
                rca.status(),
                rca.incident().value(),
                rca.signature(),
                rca.demandedAt(),
                rca.deliveredAt(),
                rca.submittedBy(),
                rca.approvedBy(),
                rca.skip(),
                content.incidents(),
                content.reasons(),
                content.texts().values().stream().toList(),
                content.whys(),
                content.actions().stream().map(Planned::of).toList(),
                content.comments(),
                content.versions());
    }
}
