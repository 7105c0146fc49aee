package org.relevo.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tables of a rule book.
 *
 * @param files as they were written, in alphabetical order
 * @param rows those that rules read as facts
 * @param policies the escalation policies among them
 */
record RuleTables(List<TableFile> files, List<Object> rows, List<PolicyRow> policies, LabelTable alertMapping) {

    private static final String ALERT_MAPPING = "tables/alert-mapping.csv";
    private static final String CALENDARS = "tables/calendars.csv";
    private static final String CLOSING = "tables/closing.csv";
    private static final String DEFAULTS = "tables/defaults.csv";
    private static final String LEVELS = "tables/escalation-levels.csv";
    private static final String MAJOR = "tables/major-incidents.csv";
    private static final String PLAN = "tables/communication-plan.csv";
    private static final String POLICIES = "tables/escalation-policies.csv";
    private static final String MATRIX = "tables/priority-matrix.csv";
    private static final String TARGETS = "tables/targets.csv";
    private static final String TEAMS = "tables/teams.csv";

    private static final Map<String, List<String>> HEADERS = new TreeMap<>(Map.ofEntries(
            Map.entry(ALERT_MAPPING, List.of("source", "match", "service", "impact", "urgency")),
            Map.entry(DEFAULTS, List.of("rating", "default")),
            Map.entry(CALENDARS, List.of("agreement", "metric", "priority", "tier", "calendar")),
            Map.entry(
                    PLAN, List.of("priority", "audience", "first update within", "cadence", "checkpoints", "template")),
            Map.entry(LEVELS, List.of("policy", "level", "after", "audience", "remind", "reminders", "when", "task")),
            Map.entry(
                    POLICIES,
                    List.of("policy", "agreement", "metric", "priority", "tier", "from", "repeat", "give up", "on")),
            Map.entry(MATRIX, List.of("impact", "urgency", "priority")),
            Map.entry(
                    TARGETS,
                    List.of("type", "agreement", "metric", "priority", "tier", "target", "checkpoints", "hold")),
            Map.entry(TEAMS, List.of("purpose", "team")),
            Map.entry(MAJOR, List.of("sign", "at least")),
            Map.entry(CLOSING, List.of("priority", "quiet time", "reopen within"))));

    static RuleTables read(RuleFiles files) {
        files.texts().keySet().stream()
                .filter(path -> path.startsWith("tables/")
                        && !HEADERS.containsKey(path)
                        && !RcaTables.HEADERS.containsKey(path)
                        && !ToleranceTable.FILE.equals(path)
                        && !SeverityTable.FILE.equals(path)
                        && !StatusTables.HEADERS.containsKey(path)
                        && !ExceptionTable.FILE.equals(path)
                        && !HandoverTables.HEADERS.containsKey(path))
                .findFirst()
                .ifPresent(path -> {
                    throw new RuleBookProblem(
                            "rules/%s is no table that Relevo knows. Delete it, or name it as one of %s."
                                    .formatted(path, HEADERS.keySet()));
                });
        var mapping = table(files, ALERT_MAPPING);
        var defaults = table(files, DEFAULTS);
        var calendars = table(files, CALENDARS);
        var levels = table(files, LEVELS);
        var major = table(files, MAJOR);
        var closing = table(files, CLOSING);
        var plan = table(files, PLAN);
        var policies = table(files, POLICIES);
        var matrix = table(files, MATRIX);
        var targetTable = table(files, TARGETS);
        var teams = table(files, TEAMS);
        var analysis = RcaTables.read(files);
        var tolerances = ToleranceTable.read(files);
        var severities = SeverityTable.read(files);
        var status = StatusTables.read(files);
        var exceptions = ExceptionTable.read(files);
        var handovers = HandoverTables.read(files);
        var targets = TableChecks.targets(targetTable);
        var policyRows = PolicyTables.read(policies, levels, targets);
        var rows = Stream.of(
                        TableChecks.matrix(matrix),
                        TableChecks.defaults(defaults),
                        targets,
                        List.of(TableChecks.calendars(calendars)),
                        policyRows,
                        TableChecks.plan(plan),
                        TableChecks.major(major),
                        TableChecks.closing(closing),
                        TableChecks.teams(teams),
                        RcaTables.rows(analysis),
                        ToleranceTable.rows(tolerances),
                        SeverityTable.rows(severities),
                        StatusTables.rows(status),
                        ExceptionTable.rows(exceptions),
                        HandoverTables.rows(handovers))
                .<Object>flatMap(List::stream)
                .toList();
        return new RuleTables(
                Stream.concat(
                                Stream.of(
                                        mapping,
                                        calendars,
                                        closing,
                                        plan,
                                        defaults,
                                        levels,
                                        policies,
                                        major,
                                        matrix,
                                        targetTable,
                                        teams),
                                Stream.of(analysis, tolerances, severities, status, exceptions, handovers)
                                        .flatMap(List::stream))
                        .sorted(Comparator.comparing(TableFile::file))
                        .toList(),
                rows,
                policyRows,
                LabelTable.of(mapping));
    }

    private static TableFile table(RuleFiles files, String path) {
        return TableFile.read(path, files.required(path), Objects.requireNonNull(HEADERS.get(path)));
    }
}
