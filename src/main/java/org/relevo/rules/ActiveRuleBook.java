package org.relevo.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.HearsChanges;
import org.relevo.platform.LiveUpdates;
import org.relevo.platform.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks the active version; where that is broken, the one before it. */
@Component
class ActiveRuleBook implements RuleBook, RuleBookContents, SmartInitializingSingleton, HearsChanges {

    private static final Logger log = LoggerFactory.getLogger(ActiveRuleBook.class);

    private final ShippedRuleBook shipped;
    private final RuleBookVersions versions;

    private volatile @Nullable Active active;

    ActiveRuleBook(ShippedRuleBook shipped, RuleBookVersions versions) {
        this.shipped = shipped;
        this.versions = versions;
    }

    private record Active(RuleBookVersions.Version version, CompiledRuleBook book) {}

    /** No request comes in before there is a rule book to answer it. */
    @Override
    public void afterSingletonsInstantiated() {
        active();
    }

    /** Another node may have made another version active, or taken one out of use; compiling it holds nobody up. */
    @Override
    public void heard(String topic) {
        if (topic.equals(RuleBookVersions.CHANGED) || topic.equals(LiveUpdates.EVERYTHING)) {
            var thread = new Thread(this::follow, "rule-book");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private synchronized void follow() {
        var before = active;
        if (before == null) {
            return;
        }
        try {
            newest(versions.usable())
                    .filter(now -> now.version().number() != before.version().number())
                    .ifPresent(now -> {
                        log.info(
                                "Version {} of the rule book decides",
                                now.version().number());
                        active = now;
                    });
        } catch (DataAccessException | TransactionException e) {
            log.warn("Which version of the rule book decides was not read: {}", e.getMessage());
        }
    }

    @Override
    public Outcome decide(List<Fact> facts) {
        var asked = active();
        try {
            return asked.book().decide(facts, asked.version().number());
        } catch (RuleBookFault e) {
            return replace(asked, e) ? decide(facts) : e.soFar();
        }
    }

    @Override
    public boolean escalatesBy(String policy) {
        return active().book().tables().policies().stream()
                .anyMatch(row -> row.on() && row.policy().name().equals(policy));
    }

    @Override
    public AlertMapping alertMapping() {
        return active().book().tables().alertMapping();
    }

    @Override
    public Contents contents() {
        var shown = active();
        return Contents.of(shown.version(), shown.book());
    }

    private Active active() {
        var current = active;
        return current != null ? current : activate();
    }

    private synchronized Active activate() {
        var current = active;
        if (current != null) {
            return current;
        }
        versions.offer(shipped.files());
        var first = newest(versions.usable())
                .orElseThrow(
                        () -> new StartupProblem(
                                "No version of the rule book can be used; the log says why. Correct the files under rules/ and start again."));
        active = first;
        return first;
    }

    /** The first of some versions that compiles. Those before it are quarantined, but not where none is left. */
    private Optional<Active> newest(List<Integer> numbers) {
        var broken = new LinkedHashMap<Integer, String>();
        var current = active;
        for (var number : numbers) {
            if (current != null && current.version().number() == number) {
                broken.forEach(versions::quarantine);
                return Optional.of(current);
            }
            var version = versions.find(number).orElseThrow();
            try {
                var found = new Active(version, compiled(version));
                broken.forEach(versions::quarantine);
                return Optional.of(found);
            } catch (RuleBookProblem e) {
                log.error("Version {} of the rule book cannot be used: {}", number, e.getMessage());
                broken.put(number, String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private CompiledRuleBook compiled(RuleBookVersions.Version version) {
        var ours = shipped.files();
        if (version.hash().equals(ours.hash())) {
            return shipped.compiled();
        }
        var vocabulary = version.files().texts().get(Vocabulary.FILE);
        if (!version.source().equals(RuleBookVersions.BY_FILES)
                && !Objects.equals(vocabulary, ours.texts().get(Vocabulary.FILE))) {
            throw new RuleBookProblem(
                    "rules/%s is not the one that this build carries. It comes with a build alone; edit sentences and tables."
                            .formatted(Vocabulary.FILE));
        }
        return RuleCompiler.compile(version.files(), ours);
    }

    /** Lets the version before a broken one decide; the last one left is never taken away, since nothing would decide then. */
    private synchronized boolean replace(Active broken, RuleBookFault fault) {
        var current = active;
        if (current != null && current.version().number() != broken.version().number()) {
            return true;
        }
        var others = versions.usable().stream()
                .filter(number -> number != broken.version().number())
                .toList();
        var before = newest(others);
        if (before.isPresent()) {
            log.error(
                    "Version {} of the rule book is quarantined, version {} decides: {}",
                    broken.version().number(),
                    before.get().version().number(),
                    fault.getMessage());
            versions.quarantine(broken.version().number(), String.valueOf(fault.getMessage()));
            active = before.get();
        } else {
            log.error(
                    "Version {} of the rule book is broken and there is none before it; what it had decided counts: {}",
                    broken.version().number(),
                    fault.getMessage());
        }
        return before.isPresent();
    }
}
