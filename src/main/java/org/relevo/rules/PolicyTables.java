package org.relevo.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the tables of escalation policies and of their levels, and refuses what would never happen. */
final class PolicyTables {

    private PolicyTables() {}

    static List<PolicyRow> read(TableFile policies, TableFile levels, List<TargetRow> targets) {
        var byPolicy = levels(levels);
        var rows = new ArrayList<PolicyRow>();
        for (var row : policies.rows()) {
            var policy = policy(row, byPolicy);
            var from = Cells.percent(row, "from");
            var read = new PolicyRow(
                    row.number(),
                    policy,
                    Cells.every(row, "agreement") ? null : Cells.word(row, "agreement", Agreement.class),
                    Cells.word(row, "metric", Metric.class),
                    Cells.every(row, "priority") ? null : Cells.word(row, "priority", Priority.class),
                    Cells.every(row, "tier") ? null : Cells.key(row, "tier"),
                    from,
                    Cells.yes(row, "on"));
            requireCheckpoint(row, read, targets);
            rows.add(read);
        }
        requireUsed(levels, policies);
        return List.copyOf(rows);
    }

    private static EscalationPolicy policy(TableFile.Row row, Map<String, List<EscalationLevel>> byPolicy) {
        var name = Cells.name(row, "policy");
        var levels = byPolicy.get(name);
        if (levels == null) {
            throw row.problem("policy", "escalation-levels.csv has no level of it. Add one there.");
        }
        return new EscalationPolicy(
                name,
                row.has("repeat") ? Cells.duration(row, "repeat") : null,
                Cells.duration(row, "give up"),
                List.copyOf(levels));
    }

    /** A policy starts at a checkpoint: where none comes at or after its share, it would never start. */
    private static void requireCheckpoint(TableFile.Row row, PolicyRow policy, List<TargetRow> targets) {
        targets.stream()
                .filter(policy::isFor)
                .filter(target -> target.checkpoints().stream().noneMatch(percent -> percent >= policy.from()))
                .findFirst()
                .ifPresent(without -> {
                    throw row.problem(
                            "from",
                            "row %d of targets.csv has no checkpoint at or after it. Add one there, or begin at %s or earlier."
                                    .formatted(
                                            without.row(),
                                            without.checkpoints()
                                                    .get(without.checkpoints().size() - 1)));
                });
    }

    private static Map<String, List<EscalationLevel>> levels(TableFile table) {
        var byPolicy = new LinkedHashMap<String, List<EscalationLevel>>();
        for (var row : table.rows()) {
            var of = byPolicy.computeIfAbsent(Cells.name(row, "policy"), name -> new ArrayList<>());
            var before = of.isEmpty() ? null : of.get(of.size() - 1);
            of.add(level(row, before));
        }
        return byPolicy;
    }

    private static EscalationLevel level(TableFile.Row row, @Nullable EscalationLevel before) {
        var level = Cells.number(row, "level", 1, 20);
        var after = Cells.after(row, "after");
        if (before != null && level < before.level()) {
            throw row.problem("level", "write the levels of a policy in the order in which they are reached.");
        }
        if (before != null && level == before.level() && !after.equals(before.after())) {
            throw row.problem(
                    "after",
                    "level %d is reached after %s. Write the same."
                            .formatted(level, before.after().text()));
        }
        if (before != null && level > before.level() && earlier(after, before.after())) {
            throw row.problem("after", "level %d before it is reached later. Write more.".formatted(before.level()));
        }
        var reminders = row.has("reminders") ? Cells.number(row, "reminders", 0, 100) : 0;
        var remind = row.has("remind") ? Cells.duration(row, "remind") : null;
        if ((remind == null) != (reminders == 0)) {
            throw row.problem("reminders", "write both how often and how many times, or neither.");
        }
        if (remind != null && remind.compareTo(Duration.ofMinutes(1)) < 0) {
            throw row.problem("remind", "write at least PT1M.");
        }
        return new EscalationLevel(
                level,
                after,
                Cells.audience(row, "audience"),
                remind,
                reminders,
                row.has("when") ? Cells.tellingTime(row, "when") : null,
                row.has("task") ? Cells.key(row, "task") : null);
    }

    private static boolean earlier(After after, After before) {
        var percent = after.percent();
        var percentBefore = before.percent();
        return percent != null && percentBefore != null && percent <= percentBefore;
    }

    private static void requireUsed(TableFile levels, TableFile policies) {
        for (var row : levels.rows()) {
            if (policies.rows().stream()
                    .noneMatch(policy -> policy.text("policy").equals(row.text("policy")))) {
                throw row.problem(
                        "policy", "escalation-policies.csv has no row of it. Add one there, or delete the level.");
            }
        }
    }
}
