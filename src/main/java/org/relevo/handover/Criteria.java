package org.relevo.handover;

import java.util.Map;
import org.relevo.people.Actor;

/** What people do about the criteria of a handover. Forms are maps from the name of a field to what was typed. */
public interface Criteria {

    Criterion get(long id);

    /** Who sees to it and until when: {@code owner}, {@code dueOn}. */
    Criterion assign(long id, Map<String, String> form, Actor by);

    /** Says that it is met, with a document: {@code text}, {@code link}. */
    Criterion show(long id, Map<String, String> form, Actor by);

    /** Takes back what was said. */
    Criterion withdraw(long id, long evidence, String because, Actor by);

    /** Lets the handover go on without it for a while: {@code reason}, {@code owner}, {@code expiresOn}. */
    Criterion waive(long id, Map<String, String> form, Actor by);

    /** Ends a waiver before it expires. */
    Criterion endWaiver(long id, Actor by);
}
