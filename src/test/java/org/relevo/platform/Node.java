package org.relevo.platform;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node hears and says of changes, without the rest of the node. */
public record Node(ChangeListener listener) implements AutoCloseable {

    public static LiveUpdates speaking(DataSource database) {
        return new LiveUpdates(JdbcClient.create(database));
    }

    public static Node hearing(DataSource database, HearsChanges... hearers) {
        var listener = new ChangeListener(database, new LiveViewers(), List.of(hearers));
        listener.start();
        return new Node(listener);
    }

    @Override
    public void close() {
        listener.stop();
    }
}
