package org.relevo.service;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relevo.people.Actor;
import org.relevo.platform.Audit;
import org.relevo.platform.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which services use which; never in a circle. */
@Component
public class Dependencies {

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final StoredServices services;
    private final Audit audit;

    Dependencies(JdbcClient jdbc, StoredServices services, Audit audit) {
        this.jdbc = jdbc;
        this.services = services;
        this.audit = audit;
    }

    /**
     * A service on the other side.
     *
     * @param purpose what one uses the other for
     */
    public record Link(Service service, String purpose) {}

    /**
     * A service that depends on another, directly or through others.
     *
     * @param depth 1 where it does so directly
     */
    public record Dependent(Service service, int depth) {}

    /** What it uses itself. */
    public List<Link> usedBy(String key) {
        return links("select uses as other, purpose from service_dependency where service = :key", key);
    }

    /** What uses it directly. */
    public List<Link> usersOf(String key) {
        return links("select service as other, purpose from service_dependency where uses = :key", key);
    }

    /**
     * Everything that stops where it stops: each once, below the one through which it is first reached, in the order in
     * which a tree is read.
     */
    public List<Dependent> dependentsOf(String key) {
        var users = edges(true);
        var found = new LinkedHashMap<String, Integer>();
        found.put(key, 0);
        collect(key, users, found);
        found.remove(key);
        return found.entrySet().stream()
                .flatMap(one -> services.find(one.getKey()).stream().map(it -> new Dependent(it, one.getValue())))
                .toList();
    }

    private static void collect(String key, Map<String, List<String>> users, Map<String, Integer> found) {
        var depths = new HashMap<String, Integer>();
        var parents = new HashMap<String, List<String>>();
        var queue = new ArrayDeque<>(List.of(key));
        depths.put(key, 0);
        while (!queue.isEmpty()) {
            var one = queue.remove();
            for (var user : users.getOrDefault(one, List.of())) {
                if (depths.putIfAbsent(user, Objects.requireNonNull(depths.get(one)) + 1) == null) {
                    parents.computeIfAbsent(one, none -> new ArrayList<>()).add(user);
                    queue.add(user);
                }
            }
        }
        var stack = new ArrayDeque<>(List.of(key));
        while (!stack.isEmpty()) {
            var one = stack.pop();
            found.put(one, Objects.requireNonNull(depths.get(one)));
            var below = new ArrayList<>(parents.getOrDefault(one, List.of()));
            Collections.reverse(below);
            below.forEach(stack::push);
        }
    }

    @Transactional
    public void add(String key, String uses, String purpose, Actor by) {
        var service = services.fresh(key);
        service.requireKeeper(by);
        var other = named(uses.strip());
        var reason = purpose.replace('\0', ' ').strip();
        if (reason.length() > 200) {
            throw new Refusal.Invalid("purpose", "Shorten it to 200 characters.");
        }
        // Two that are added at once could close a circle that neither sees.
        jdbc.sql("lock table service_dependency in share row exclusive mode").update();
        if (usedBy(key).size() >= MOST) {
            throw new Refusal.Invalid("uses", "A service names at most %d others that it uses.".formatted(MOST));
        }
        circle(key, other.key()).ifPresent(path -> {
            throw new Refusal.Invalid(
                    "uses", "That closes a circle: %s. Take one of these dependencies away first.".formatted(path));
        });
        jdbc.sql("insert into service_dependency (service, uses, purpose) values (:key, :uses, :purpose)"
                        + " on conflict (service, uses) do update set purpose = excluded.purpose")
                .param("key", key)
                .param("uses", other.key())
                .param("purpose", reason)
                .update();
        audit.record(by.name(), "service dependency entered", key, "uses %s: %s".formatted(other.key(), reason));
    }

    private Service named(String keyOrName) {
        return services.find(keyOrName)
                .or(() -> services.all().stream()
                        .filter(one -> one.name().equalsIgnoreCase(keyOrName))
                        .findFirst())
                .orElseThrow(() -> new Refusal.Invalid(
                        "uses",
                        keyOrName.isEmpty()
                                ? "Missing. Give the key or the name of a service."
                                : "There is no service %s. The list of services shows which there are."
                                        .formatted(
                                                keyOrName.length() > 100
                                                        ? keyOrName.substring(0, 100) + "…"
                                                        : keyOrName)));
    }

    @Transactional
    public void remove(String key, String uses, Actor by) {
        services.fresh(key).requireKeeper(by);
        var removed = jdbc.sql("delete from service_dependency where service = :key and uses = :uses")
                .param("key", key)
                .param("uses", uses)
                .update();
        if (removed > 0) {
            audit.record(by.name(), "service dependency removed", key, "used " + uses);
        }
    }

    /** The path by which what is to be used already uses the one that would use it. */
    private Optional<String> circle(String key, String uses) {
        var edges = edges(false);
        var from = new HashMap<String, String>();
        var queue = new ArrayDeque<>(List.of(uses));
        from.put(uses, key);
        while (!queue.isEmpty()) {
            var one = queue.remove();
            if (one.equals(key)) {
                return Optional.of(path(key, from));
            }
            edges.getOrDefault(one, List.of()).stream()
                    .filter(next -> from.putIfAbsent(next, one) == null)
                    .forEach(queue::add);
        }
        return Optional.empty();
    }

    private String path(String key, Map<String, String> from) {
        var path = new ArrayList<>(List.of(key));
        var one = Objects.requireNonNull(from.get(key));
        while (!one.equals(key)) {
            path.add(one);
            one = Objects.requireNonNull(from.get(one));
        }
        path.add(key);
        Collections.reverse(path);
        return path.stream()
                .map(each -> services.find(each).map(Service::name).orElse(each))
                .collect(Collectors.joining(" uses "));
    }

    private Map<String, List<String>> edges(boolean backwards) {
        record Edge(String service, String uses) {}
        return jdbc
                .sql("select service, uses from service_dependency order by service, uses")
                .query((row, i) -> new Edge(row.getString("service"), row.getString("uses")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        edge -> backwards ? edge.uses() : edge.service(),
                        Collectors.mapping(edge -> backwards ? edge.service() : edge.uses(), Collectors.toList())));
    }

    private List<Link> links(String sql, String key) {
        record Row(String other, String purpose) {}
        return jdbc
                .sql(sql + " order by other")
                .param("key", key)
                .query((row, i) -> new Row(row.getString("other"), row.getString("purpose")))
                .list()
                .stream()
                .flatMap(row -> services.find(row.other()).stream().map(it -> new Link(it, row.purpose())))
                .toList();
    }
}
