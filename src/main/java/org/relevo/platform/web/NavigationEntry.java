package org.relevo.platform.web;

/** A page that is only there in some set-ups, and stands in the navigation where it is. */
public interface NavigationEntry {

    /** The word in {@code nav.<key>} of the messages, and what a page passes to the layout as {@code active}. */
    String key();

    String path();

    boolean present();

    /** Whether the page is for this person. */
    default boolean presentTo(Viewer viewer) {
        return present();
    }
}
