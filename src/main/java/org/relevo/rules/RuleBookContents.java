package org.relevo.rules;

/** What the active version of the rule book says, for people to read. */
public interface RuleBookContents {

    Contents contents();
}
