package org.relevo.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the layout shows around a page; asked only when a page is drawn. */
public final class Frame {

    private final @Nullable Viewer viewer;
    private final @Nullable Viewers viewers;
    private final List<NavigationEntry> entries;

    Frame(@Nullable Viewer viewer, @Nullable Viewers viewers, List<NavigationEntry> entries) {
        this.viewer = viewer;
        this.viewers = viewers;
        this.entries = entries;
    }

    /** Null on the pages that are shown to somebody who is not signed in. */
    public @Nullable Viewer getViewer() {
        return viewer;
    }

    public Viewers.Waiting getWaiting() {
        return viewer == null || viewers == null ? new Viewers.Waiting(0, false) : viewers.waiting(viewer.username());
    }

    public List<NavigationEntry> getEntries() {
        return viewer == null
                ? List.of()
                : entries.stream().filter(entry -> entry.presentTo(viewer)).toList();
    }
}
