package org.relevo.rules;

/** A case that was resolved. */
public record ResolvedFact(String type, Priority priority) implements Fact {}
