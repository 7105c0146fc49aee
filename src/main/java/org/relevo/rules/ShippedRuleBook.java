package org.relevo.rules;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * The rule book that this build carries. It is compiled on a thread of its own from before the first bean is made, while
 * the database and the rest start.
 */
@Component
class ShippedRuleBook implements BeanFactoryPostProcessor {

    private final RuleFiles files;
    private final FutureTask<CompiledRuleBook> compilation;

    ShippedRuleBook() {
        this(RuleFiles.onClassPath());
    }

    ShippedRuleBook(RuleFiles files) {
        this(files, () -> warm(RuleCompiler.compile(files, files)));
    }

    ShippedRuleBook(RuleFiles files, Callable<CompiledRuleBook> compiler) {
        this.files = files;
        this.compilation = new FutureTask<>(compiler);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var thread = new Thread(compilation, "rule-book");
        thread.setDaemon(true);
        thread.start();
    }

    /** The first decision of all loads classes: nobody should wait for that, and no limit should count it. */
    private static CompiledRuleBook warm(CompiledRuleBook book) {
        var samples = List.of(
                new CaseFact("INCIDENT", null, null, null, null),
                new CheckpointFact(Metric.RESPONSE, Priority.P1, 0, false, false),
                new UpdateFact("INCIDENT", Priority.P1, List.of(UpdateAudience.USERS)));
        for (var sample : samples) {
            try {
                book.decide(List.of(sample), 0);
            } catch (RuleBookFault e) {
                // a book that is really broken breaks again, where somebody can do something about it
            }
        }
        return book;
    }

    RuleFiles files() {
        return files;
    }

    /** Waits until it is compiled. */
    CompiledRuleBook compiled() {
        try {
            compilation.run();
            return compilation.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
