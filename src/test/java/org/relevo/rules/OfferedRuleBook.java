package org.relevo.rules;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Lets other tables decide in the context that tests share, until it is closed; then the shipped ones decide again. */
public final class OfferedRuleBook implements AutoCloseable {

    private static final String ACTIVE = "active";
    private static final Map<String, CompiledRuleBook> COMPILED = new ConcurrentHashMap<>();

    private final ActiveRuleBook book;
    private final RuleBookVersions versions;
    private final Object before;

    private OfferedRuleBook(ApplicationContext context) {
        this.book = context.getBean(ActiveRuleBook.class);
        this.versions = context.getBean(RuleBookVersions.class);
        this.before = ReflectionTestUtils.getField(book, ACTIVE);
    }

    /** The shipped text of a file. */
    public static String text(String path) {
        return ShippedRules.text(path);
    }

    /** @param changed the text of the files that differ from the shipped ones, by their path under {@code rules/} */
    public static OfferedRuleBook offer(ApplicationContext context, Map<String, String> changed) {
        var offered = new OfferedRuleBook(context);
        offered.replace(changed);
        return offered;
    }

    /** A further version, as saving a table makes one. */
    public void replace(Map<String, String> changed) {
        var texts = new TreeMap<>(ShippedRules.FILES.texts());
        texts.putAll(changed);
        var files = new RuleFiles(texts);
        var other = new ActiveRuleBook(
                new ShippedRuleBook(
                        files, () -> COMPILED.computeIfAbsent(files.hash(), hash -> RuleCompiler.compile(files))),
                versions);
        other.afterSingletonsInstantiated();
        if (!other.contents().hash().equals(files.hash())) {
            throw new AssertionError("The tables of this test cannot be used; the log says why.");
        }
        // The node follows what it hears on a thread of its own: what it is reading now must not be set after this.
        synchronized (book) {
            ReflectionTestUtils.setField(book, ACTIVE, ReflectionTestUtils.getField(other, ACTIVE));
        }
    }

    @Override
    public void close() {
        synchronized (book) {
            versions.offer(ShippedRules.FILES);
            ReflectionTestUtils.setField(book, ACTIVE, before);
        }
    }
}
