package org.relevo.people;

/** Asks for the password once more before something that cannot be taken lightly. */
public interface PasswordAgain {

    /** Whether the person who asks just now has given it within the last five minutes. */
    boolean given();

    /**
     * Refuses unless it was given lately or is given now. A wrong one counts as a failed sign-in.
     *
     * @param typed what was entered in the field {@code password}; may be empty
     */
    void require(Actor by, String typed);
}
