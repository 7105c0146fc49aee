package org.relevo.project.status;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.project.status.Declaration.Said;
import org.relevo.rules.StatusAspect;
import org.relevo.rules.StatusColour;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Declarations as they are kept. */
@Component
class DeclarationRows {

    private final JdbcClient jdbc;

    DeclarationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String project, List<Said> said, String by, Instant now) {
        var id = jdbc.sql("insert into status_declaration (project, at, by_whom) values (?, ?, ?) returning id")
                .params(project, Timestamp.from(now), by)
                .query(Long.class)
                .single();
        for (var one : said) {
            jdbc.sql("""
                            insert into status_declared (declaration, aspect, colour, sentence, computed, reasons)
                            values (?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            id,
                            one.aspect().name(),
                            one.colour().name(),
                            one.sentence(),
                            one.computed() == null ? null : one.computed().name(),
                            one.reasons().toArray(String[]::new)))
                    .update();
        }
        return id;
    }

    Optional<Declaration> latest(String project) {
        return of(project, 0, 1).stream().findFirst();
    }

    long count(String project) {
        return jdbc.sql("select count(*) from status_declaration where project = ?")
                .param(project)
                .query(Long.class)
                .single();
    }

    /** The newest first; page counted from 0. */
    List<Declaration> of(String project, int page, int size) {
        record Head(long id, Instant at, String by) {}
        var heads = jdbc.sql("select * from status_declaration where project = ? order by id desc offset ? limit ?")
                .params(project, page * size, size)
                .query((row, i) ->
                        new Head(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("by_whom")))
                .list();
        var said = said(heads.stream().map(Head::id).toList());
        return heads.stream()
                .map(one -> new Declaration(one.id, project, one.at, one.by, said.getOrDefault(one.id, List.of())))
                .toList();
    }

    private Map<Long, List<Said>> said(List<Long> declarations) {
        record Of(long declaration, Said said) {}
        if (declarations.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from status_declared where declaration in (:ids)")
                .param("ids", declarations)
                .query((row, i) -> new Of(row.getLong("declaration"), said(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::declaration, Collectors.mapping(Of::said, Collectors.toList())));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                StatusAspect.valueOf(row.getString("aspect")),
                StatusColour.valueOf(row.getString("colour")),
                Objects.requireNonNull(row.getString("sentence")),
                colour(row.getString("computed")),
                texts(row.getArray("reasons")));
    }

    private static @Nullable StatusColour colour(@Nullable String name) {
        return name == null ? null : StatusColour.valueOf(name);
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
