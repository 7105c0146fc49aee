package org.relevo.rules;

/** What a draft of an update begins as. */
public enum UpdateTemplate {
    /** What does not work, what helps meanwhile, when there is more to say. */
    BRIEF,
    /** Also how urgent it is, since when it lasts and what was done. */
    BUSINESS,
    /** Also what was reported, word for word. */
    TECHNICAL
}
