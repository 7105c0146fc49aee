package org.relevo.platform.web;

import java.util.Optional;

/** What the frame around every page knows of the person who is signed in. */
public interface Viewers {

    Optional<Viewer> find(String username);

    /** How many tasks wait for the person. */
    Waiting waiting(String username);

    /**
     * @param tasks how many open tasks the person may do
     * @param late whether the most urgent of them is overdue
     */
    record Waiting(long tasks, boolean late) {}
}
