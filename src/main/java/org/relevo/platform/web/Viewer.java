package org.relevo.platform.web;

import java.time.ZoneId;
import java.util.Locale;

/** Who looks at a page, and how times and words are shown to this person, who may open the settings as an administrator. */
public record Viewer(String username, String name, ZoneId zone, Locale language, boolean admin) {}
