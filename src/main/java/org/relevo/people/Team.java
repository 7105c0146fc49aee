package org.relevo.people;

import java.time.ZoneId;

/** A support group: the people who share a queue and a rota. */
public record Team(String key, String name, ZoneId zone, boolean demo) {}
