package org.relevo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        rows().forEach(row -> known.add(row.get("method") + " " + row.get("pattern")));
        var mapped = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> mapped.addAll(names(info))));
        assertThat(mapped).isSubsetOf(known);
    }

    @Test
    void everyVisitorIsLetInOrRefusedAsTheTableSays() throws IOException {
        var everybody = everybody();
        var wrong = new ArrayList<String>();
        for (var row : rows()) {
            everybody.forEach((who, visitor) -> {
                var happened = happened(ask(visitor, row));
                if (!happened.equals(row.get(who))) {
                    wrong.add("%s %s as %s: %s, not %s"
                            .formatted(row.get("method"), row.get("example"), who, happened, row.get(who)));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    private static Reply ask(Visitor visitor, Map<String, String> row) {
        var path = row.get("example");
        return switch (row.get("method")) {
            case "POST" ->
                path.startsWith("/api/") || path.startsWith("/v2/")
                        ? visitor.postJson(path, "{}")
                        : visitor.submit(path, Map.of());
            case "DELETE" -> visitor.delete(path);
            default -> visitor.get(path);
        };
    }

    private static String happened(Reply reply) {
        if (reply.status() == 401 || reply.location().contains("/sign-in")) {
            return "sign-in";
        }
        return reply.status() == 403 ? "no" : "in";
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

    private static List<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.size() == 1
                        ? methods.stream().map(method -> method + " " + pattern)
                        : List.of("* " + pattern).stream())
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
