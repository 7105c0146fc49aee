package org.relevo.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whoever looks, on whichever node, that something has changed. */
@Component
public class LiveUpdates {

    static final String CHANNEL = "relevo_changed";

    /** What a listener hears when it may have missed something: everything may have changed. */
    public static final String EVERYTHING = "*";

    private final JdbcClient jdbc;

    LiveUpdates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Says that a topic has changed. It is heard when the caller's transaction commits, and not at all when it does not;
     * saying it again in one transaction says it once.
     *
     * @param topic a work item's number, or {@code inbox} for the list of tasks
     */
    public void changed(String topic) {
        jdbc.sql("select pg_notify(:channel, :topic)")
                .param("channel", CHANNEL)
                .param("topic", topic)
                .query((row, index) -> topic)
                .list();
    }
}
