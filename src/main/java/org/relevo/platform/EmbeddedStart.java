package org.relevo.platform;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Starts the embedded database on a thread of its own, from before the first bean is made until one needs it. */
class EmbeddedStart implements BeanFactoryPostProcessor, DisposableBean {

    private final FutureTask<EmbeddedDatabase> start;

    EmbeddedStart(DataFolder folder) {
        this.start = new FutureTask<>(() -> EmbeddedDatabase.start(folder));
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var thread = new Thread(start, "embedded-database");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until it runs. */
    EmbeddedDatabase database() {
        try {
            return start.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        }
    }

    /** Also where nobody has asked for it yet: a start that fails elsewhere leaves no database behind. */
    @Override
    public void destroy() throws IOException {
        try {
            start.get().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // it never ran, and whoever needed it has said why
        }
    }
}
