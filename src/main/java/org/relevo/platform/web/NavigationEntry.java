package org.relevo.platform.web;

/** A page that is only there in some set-ups, and stands in the navigation where it is. */
public interface NavigationEntry {

    /** The word in {@code nav.<key>} of the messages, and what a page passes to the layout as {@code active}. */
    String key();

    String path();

    boolean present();

    /** Whether it stands in the navigation of one who is signed in. */
    default boolean presentFor(String username) {
        return present();
    }
}
