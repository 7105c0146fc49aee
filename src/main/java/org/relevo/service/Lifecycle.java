package org.relevo.service;

/** Where a service stands between a project's plan and its end. */
public enum Lifecycle {
    /** A project builds it; nobody relies on it yet. */
    PLANNED,
    /** It is live, and those who built it still stand by. */
    EARLY_LIFE_SUPPORT,
    /** Operations alone answers for it. */
    OPERATIONAL,
    /** It is there no longer; its history stays. */
    RETIRED;

    /** As sentences say it: {@code early life support}. */
    public String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
