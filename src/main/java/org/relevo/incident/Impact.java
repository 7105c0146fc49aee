package org.relevo.incident;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom and what an incident affects, as people have said.
 *
 * @param services keys of the services affected beside the one that it was raised for
 * @param sites names of places, as people there call them
 * @param users how many people cannot work as they are used to; null where nobody has said
 * @param inWords what it means for the business
 * @param version counted up with every change; 0 where nobody has said anything
 */
public record Impact(
        List<String> services, List<String> sites, @Nullable Integer users, String inWords, int version) {

    static final Impact UNSAID = new Impact(List.of(), List.of(), null, "", 0);
}
