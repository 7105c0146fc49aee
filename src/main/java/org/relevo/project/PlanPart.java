package org.relevo.project;

import java.util.Arrays;
import org.relevo.platform.Refusal;

/** What a plan is made of, and what may rest on each part: a sentence and the rows that it counts. */
public enum PlanPart {
    STAGE("stage", "stages", "project_stage", 100, """
            select 'a milestone, "' || name || '"' from project_milestone where stage = :id
            union all select 'an item of scope, "' || name || '"' from project_scope_item where stage = :id
            union all select 'a budget line, "' || name || '"' from money_line where stage = :id
            union all select 'a work package, "' || name || '"' from work_package where stage = :id
            union all select 'a tolerance of ' || lower(dimension) from project_tolerance where stage = :id
            union all select 'the exception report ' || number from exception_report where stage = :id"""),
    MILESTONE("milestone", "milestones", "project_milestone", 150, """
            select 'an item of scope, "' || name || '"' from project_scope_item where milestone = :id
            union all select 'a delivery, "' || item || '"' from money_delivery where milestone = :id
            union all select 'the milestone that waits for it, "' || m.name || '"' from project_dependency d
                join project_milestone m on m.id = d.after where d.before = :id
            union all select 'its waiting for "' || m.name || '"' from project_dependency d
                join project_milestone m on m.id = d.before where d.after = :id"""),
    ITEM("scope item", "scope", "project_scope_item", 150, """
            select 'that it was ' || lower(state) || ' already' from project_scope_item
            where id = :id and state in ('DELIVERED', 'ACCEPTED')""");

    final String word;
    final String path;
    final String table;
    final int longest;
    final String rests;

    PlanPart(String word, String path, String table, int longest, String rests) {
        this.word = word;
        this.path = path;
        this.table = table;
        this.longest = longest;
        this.rests = rests;
    }

    /** The part as addresses name it: stages, milestones or scope. */
    public static PlanPart at(String path) {
        return Arrays.stream(values())
                .filter(one -> one.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("A plan has stages, milestones and scope only."));
    }
}
