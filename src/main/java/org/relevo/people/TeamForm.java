package org.relevo.people;

import org.jspecify.annotations.Nullable;
import org.relevo.platform.Refusal.FieldProblem;

/**
 * What an administrator enters of a team, as typed.
 *
 * @param rotaFrom the day of the first handover, {@code 2026-01-05}; blank where the team has no rota yet
 * @param handoverAt the time of each handover in the team's zone, {@code 08:00}
 * @param rota usernames in the order in which they take over, separated by spaces, commas or new lines
 */
public record TeamForm(String key, String name, String zone, String rotaFrom, String handoverAt, String rota) {

    public TeamForm(
            @Nullable String key,
            @Nullable String name,
            @Nullable String zone,
            @Nullable String rotaFrom,
            @Nullable String handoverAt,
            @Nullable String rota) {
        this.key = typed(key);
        this.name = typed(name);
        this.zone = typed(zone);
        this.rotaFrom = typed(rotaFrom);
        this.handoverAt = typed(handoverAt);
        this.rota = typed(rota);
    }

    boolean hasRota() {
        return !rota.isEmpty();
    }

    TeamForm of(String itsKey) {
        return new TeamForm(itsKey, name, zone, rotaFrom, handoverAt, rota);
    }

    LayerForm firstLayer() {
        return new LayerForm("1", Turns.Unit.WEEKS.name(), rotaFrom, handoverAt, rota, "", 0L);
    }

    /** A problem of the first layer beside the field that it was typed into. */
    static FieldProblem renamed(FieldProblem problem) {
        return switch (problem.field()) {
            case "startsOn" -> new FieldProblem("rotaFrom", problem.message());
            case "places" -> new FieldProblem("rota", problem.message());
            default -> problem;
        };
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
