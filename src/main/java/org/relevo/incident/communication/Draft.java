package org.relevo.incident.communication;

import java.util.Locale;
import org.relevo.rules.UpdateAudience;

/**
 * A proposal of what to tell an audience.
 *
 * @param owed whether the plan demands that it hears of the incident as it stands
 */
public record Draft(UpdateAudience audience, Locale language, String subject, String body, boolean owed) {}
