package org.relevo.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.relevo.people.Gap;
import org.relevo.people.People;
import org.relevo.people.Rotas;
import org.relevo.people.Team;
import org.relevo.platform.Finding;
import org.relevo.platform.Inspection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds gaps of the next day in the rotas of teams that have a P1 or P2 incident to answer for. */
@Component
class UncoveredRotas implements Inspection {

    private static final Duration AHEAD = Duration.ofHours(24);
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final People people;
    private final Rotas rotas;

    UncoveredRotas(JdbcClient jdbc, People people, Rotas rotas) {
        this.jdbc = jdbc;
        this.people = people;
        this.rotas = rotas;
    }

    @Override
    public List<Finding> inspect(Instant now) {
        var examples = teams().stream()
                .flatMap(key -> people.team(key).stream())
                .flatMap(team -> gaps(team, now))
                .toList();
        return examples.isEmpty()
                ? List.of()
                : List.of(new Finding(
                        "rota-gap",
                        examples.size(),
                        examples.stream().limit(Finding.EXAMPLES).toList()));
    }

    private Stream<Finding.Example> gaps(Team team, Instant now) {
        return rotas.gaps(team.key(), now, now.plus(AHEAD)).stream()
                .filter(gap -> gap.kind() == Gap.Kind.GAP)
                .map(gap -> new Finding.Example(
                        "%s, %s – %s: %s"
                                .formatted(team.name(), AT.format(gap.from()), AT.format(gap.to()), gap.text()),
                        "/teams/" + team.key()));
    }

    private List<String> teams() {
        return jdbc.sql("""
                        select distinct t.team from work_item w left join service s on s.key = w.service
                            cross join lateral (values (w.team), (s.team)) as t (team)
                        where w.type = 'INCIDENT' and w.state in ('NEW', 'ACKNOWLEDGED') and w.priority in ('P1', 'P2') and t.team is not null
                            and exists (select from commitment c where c.work_item = w.number and c.ended_at is null)
                        order by t.team
                        """).query(String.class).list();
    }
}
