package org.relevo.rules;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relevo.platform.StartupProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Asks the active version; where that is broken, the one before it. */
@Component
class ActiveRuleBook implements RuleBook, SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ActiveRuleBook.class);

    private final ShippedRuleBook shipped;
    private final RuleBookVersions versions;

    private volatile @Nullable Active active;

    ActiveRuleBook(ShippedRuleBook shipped, RuleBookVersions versions) {
        this.shipped = shipped;
        this.versions = versions;
    }

    record Active(RuleBookVersions.Version version, CompiledRuleBook book) {}

    /** No request comes in before there is a rule book to answer it. */
    @Override
    public void afterSingletonsInstantiated() {
        active();
    }

    @Override
    public Outcome decide(List<Fact> facts) {
        var asked = active();
        try {
            return asked.book().decide(facts, asked.version().number());
        } catch (RuleBookFault e) {
            return replace(asked, e)
                    .map(before -> before.book().decide(facts, before.version().number()))
                    .orElse(e.soFar());
        }
    }

    @Override
    public AlertMapping alertMapping() {
        return active().book().tables().alertMapping();
    }

    Active active() {
        var current = active;
        return current != null ? current : activate();
    }

    private synchronized Active activate() {
        var current = active;
        if (current != null) {
            return current;
        }
        versions.offer(shipped.files());
        var first = versions.usable().stream()
                .flatMap(number -> compile(number).stream())
                .findFirst()
                .orElseThrow(
                        () -> new StartupProblem(
                                "No version of the rule book can be used; the log says why. Correct the files under rules/ and start again."));
        active = first;
        return first;
    }

    private Optional<Active> compile(int number) {
        var version = versions.find(number).orElseThrow();
        try {
            var own = version.hash().equals(shipped.files().hash());
            return Optional.of(new Active(version, own ? shipped.compiled() : RuleCompiler.compile(version.files())));
        } catch (RuleBookProblem | RuleBookFault e) {
            log.error("Version {} of the rule book is quarantined: {}", number, e.getMessage());
            versions.quarantine(number, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The version before a broken one; the last one left is never taken away, since nothing would decide then. */
    private synchronized Optional<Active> replace(Active broken, RuleBookFault fault) {
        var current = active;
        if (current != null && current.version().number() != broken.version().number()) {
            return Optional.of(current);
        }
        var before = versions.usable().stream()
                .filter(number -> number != broken.version().number())
                .flatMap(number -> compile(number).stream())
                .findFirst();
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
        return before;
    }
}
