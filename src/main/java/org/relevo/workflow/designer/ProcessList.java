package org.relevo.workflow.designer;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relevo.workflow.designer.DeployedModels.Deployed;
import org.relevo.workflow.guard.Catalogue;
import org.relevo.workflow.guard.Guards;
import org.springframework.stereotype.Component;

/** What is deployed, what of it runs, and who calls what. */
@Component
public class ProcessList {

    private final DeployedModels deployed;
    private final ReleaseTable releases;
    private final DraftTable drafts;
    private final Guards guards;

    ProcessList(DeployedModels deployed, ReleaseTable releases, DraftTable drafts, Guards guards) {
        this.deployed = deployed;
        this.releases = releases;
        this.drafts = drafts;
        this.guards = guards;
    }

    /**
     * A process in the list.
     *
     * @param by who deployed its newest version; nobody did that of one that Relevo brings
     * @param running how many cases run by any of its versions
     * @param older how many of them run by a version before the newest
     */
    public record Row(
            String key,
            String name,
            int version,
            @Nullable String by,
            Instant at,
            long running,
            long older,
            boolean retired,
            List<Draft> drafts) {}

    /** A version of a process. */
    public record Version(
            int version,
            Instant at,
            boolean newest,
            long running,
            @Nullable Release release) {}

    /** An action, and the processes that call it. */
    public record Use(Catalogue.Action action, List<String> processes) {}

    /** @param text in the key or the name; all where it is blank */
    public List<Row> find(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        var running = deployed.running();
        var byKey = releases.newest().stream().collect(Collectors.toMap(Release::processKey, one -> one));
        var open = drafts.open().stream().collect(Collectors.groupingBy(Draft::processKey));
        return deployed.all().stream()
                .filter(one -> one.key().contains(wanted)
                        || one.name().toLowerCase(Locale.ROOT).contains(wanted))
                .map(one -> {
                    var all = running.entrySet().stream()
                            .filter(entry -> entry.getKey().startsWith(one.key() + ":"))
                            .mapToLong(java.util.Map.Entry::getValue)
                            .sum();
                    var release = byKey.get(one.key());
                    return new Row(
                            one.key(),
                            one.name(),
                            one.version(),
                            release == null || release.version() != one.version() ? null : release.deployedBy(),
                            one.at(),
                            all,
                            all - running.getOrDefault(one.definition(), 0L),
                            one.retired(),
                            open.getOrDefault(one.key(), List.of()));
                })
                .toList();
    }

    public String name(String key) {
        return deployed.latest(key).name();
    }

    public String xml(String key) {
        return deployed.xml(deployed.latest(key));
    }

    public boolean retired(String key) {
        return deployed.latest(key).retired();
    }

    /** The newest first. */
    public List<Version> versions(String key) {
        var newest = deployed.latest(key).version();
        var running = deployed.running();
        var known = releases.of(key).stream().collect(Collectors.toMap(Release::version, one -> one));
        return deployed.versions(key).stream()
                .map(one -> new Version(
                        one.version(),
                        one.at(),
                        one.version() == newest,
                        running.getOrDefault(one.definition(), 0L),
                        known.get(one.version())))
                .toList();
    }

    public List<Use> uses() {
        var models = deployed.all();
        return guards.catalogue().actions().stream()
                .map(action -> new Use(action, callers(models, action.name())))
                .toList();
    }

    private List<String> callers(List<Deployed> models, String action) {
        return List.copyOf(models.stream()
                .filter(model -> deployed.xml(model).contains("${" + action + "}"))
                .map(Deployed::key)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
