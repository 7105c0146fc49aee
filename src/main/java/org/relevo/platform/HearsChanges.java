package org.relevo.platform;

/** Is told on every node what {@link LiveUpdates} says, on the thread that listens: what takes long goes elsewhere. */
public interface HearsChanges {

    /**
     * Something may have changed.
     *
     * @param topic what, or {@link LiveUpdates#EVERYTHING} where something may have been missed
     */
    void heard(String topic);
}
