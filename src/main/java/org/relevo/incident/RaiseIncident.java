package org.relevo.incident;

import org.jspecify.annotations.Nullable;
import org.relevo.rules.Rating;

/**
 * What is known of an incident when it is raised.
 *
 * @param service key of the service affected; null or unknown gives the incident to the triage team
 * @param because where it comes from and how its ratings were found, in words
 */
public record RaiseIncident(
        String title,
        String description,
        @Nullable Rating impact,
        @Nullable Rating urgency,
        @Nullable String service,
        String because) {}
