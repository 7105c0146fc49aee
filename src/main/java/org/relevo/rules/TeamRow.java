package org.relevo.rules;

import java.util.Objects;

/** A row of {@code teams.csv}: the team that takes what no other team takes. */
public record TeamRow(int row, Purpose purpose, String team) {

    public enum Purpose {
        /** Cases whose service is unknown or has no team. */
        TRIAGE
    }

    public AssignTeam assign(CaseFact unsupported, String rule) {
        var service = unsupported.service();
        return new AssignTeam(
                team, rule, service == null ? "no service is known" : "service %s has no team".formatted(service));
    }

    public static AssignTeam ofService(CaseFact supported, String rule) {
        return new AssignTeam(
                Objects.requireNonNull(supported.serviceTeam()), rule, "it supports service " + supported.service());
    }

    public static AssignTeam named(String team, String rule) {
        return new AssignTeam(team, rule, "the rule names it");
    }
}
