package org.relevo.project;

/**
 * A page of a project that its other pages link to. Whoever has such a page offers a bean of this; there is no link to a
 * page that does not exist.
 */
public interface ProjectTab {

    /** What stands behind {@code /projects/{key}/}; empty for the project's own page. */
    String path();

    /** The message that names it. */
    String messageKey();

    /** The lower, the further to the front: overview 0, money 10, earned value 20, issues 30, risks 40, reports 50. */
    int order();
}
