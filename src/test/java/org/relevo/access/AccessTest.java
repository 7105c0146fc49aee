package org.relevo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relevo.people.Actor;
import org.relevo.people.ApiTokens;
import org.relevo.people.PeopleRegister;
import org.relevo.people.PersonForm;
import org.relevo.support.IntegrationTest;
import org.relevo.support.Reply;
import org.relevo.support.Visitor;
import org.relevo.support.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Access is denied by default: every mapping stands in {@code access.csv} with what happens to each kind of visitor. */
@IntegrationTest
class AccessTest {

    /** Where an empty body would be refused before anybody asks who sends it. */
    private static final Map<String, String> BODIES =
            Map.of("/api/v1/incidents", "{\"title\": \"Asked by the access test\"}");

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    Visitors visitors;

    @Autowired
    PeopleRegister register;

    @Autowired
    ApiTokens tokens;

    @Test
    void everyMappingHasAnEntry() throws IOException {
        var known = new TreeSet<String>();
        rows().forEach(row -> known.add(method(row) + " " + row.get("pattern")));
        var mapped = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> mapped.addAll(names(info))));
        assertThat(mapped).isSubsetOf(known);
    }

    @Test
    void everyVisitorIsLetInOrRefusedAsTheTableSays() throws IOException {
        var tried =
                rows().stream().filter(row -> !row.get("example").equals("-")).toList();
        var wrong = everybody().entrySet().stream()
                .flatMap(one -> tried.stream().flatMap(row -> {
                    var happened = happened(ask(one.getValue(), row));
                    return happened.equals(row.get(one.getKey()))
                            ? Stream.empty()
                            : Stream.of("%s %s as %s: %s, not %s"
                                    .formatted(
                                            row.get("method"),
                                            row.get("example"),
                                            one.getKey(),
                                            happened,
                                            row.get(one.getKey())));
                }))
                .toList();
        assertThat(wrong).isEmpty();
    }

    private static Reply ask(Visitor visitor, Map<String, String> row) {
        var path = row.get("example");
        return switch (row.get("method")) {
            case "GET", "*" -> visitor.knock(path);
            case "POST" -> visitor.submit(path, Map.of());
            case "JSON" -> visitor.with("X-CSRF-TOKEN", visitor.csrf()).postJson(path, BODIES.getOrDefault(path, "{}"));
            case "PUT" -> visitor.with("X-CSRF-TOKEN", visitor.csrf()).putJson(path, "{}");
            case "DELETE" -> visitor.with("X-CSRF-TOKEN", visitor.csrf()).delete(path);
            case "FILE" -> visitor.upload(path, "access.csv", "no,such,columns\n", Map.of());
            default -> throw new IllegalArgumentException(row.toString());
        };
    }

    private static String happened(Reply reply) {
        if (reply.location().contains("/sign-in")) {
            return "sign-in";
        }
        return switch (reply.status()) {
            case 401 -> "sign-in";
            case 403 -> "no";
            case 404 -> "absent";
            default -> reply.status() < 500 ? "in" : "broken";
        };
    }

    private Map<String, Visitor> everybody() {
        var everybody = new LinkedHashMap<String, Visitor>();
        everybody.put("anonymous", visitors.anonymous());
        everybody.put("outsider", somebody("outsider", Set.of()));
        for (var role : org.relevo.people.Role.values()) {
            var name = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            everybody.put(name, somebody(name, Set.of(role.name())));
        }
        everybody.put(
                "alerts-token",
                visitors.machine(tokens.create(Actor.system("test"), "access alerts", Set.of("alerts"))));
        everybody.put("api-token", visitors.machine(tokens.create(Actor.system("test"), "access api", Set.of("api"))));
        return everybody;
    }

    private Visitor somebody(String name, Set<String> roles) {
        var username = "access-" + name;
        register.create(
                Actor.system("test"),
                new PersonForm(
                        username, name, name + "@example.org", "UTC", "en", "", roles, Set.of(), true, "long enough"));
        return visitors.signedIn(username, "long enough");
    }

    private static String method(Map<String, String> row) {
        return Set.of("JSON", "FILE").contains(row.get("method")) ? "POST" : row.get("method");
    }

    private static List<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("* " + pattern)
                        : methods.stream().map(method -> method + " " + pattern))
                .toList();
    }

    private static List<Map<String, String>> rows() throws IOException {
        var lines = new ClassPathResource("access.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        var columns = lines.get(0).split(",");
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split(",");
                    var row = new LinkedHashMap<String, String>();
                    for (var column = 0; column < columns.length; column++) {
                        row.put(columns[column], cells[column]);
                    }
                    return (Map<String, String>) row;
                })
                .toList();
    }
}
