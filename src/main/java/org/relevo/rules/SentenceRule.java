package org.relevo.rules;

import java.util.List;

/**
 * A rule as it was written, and as DRL.
 *
 * @param when the sentences of its conditions
 * @param then the sentences of its decisions
 * @param conditions the DRL of the conditions, a line for each sentence
 * @param consequences the DRL of the decisions
 */
record SentenceRule(
        Topic topic,
        String name,
        List<String> when,
        List<String> then,
        List<String> conditions,
        List<String> consequences) {}
