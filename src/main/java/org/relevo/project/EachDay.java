package org.relevo.project;

/** What is looked after in each project that is active, at least once a day and mostly each quarter of an hour. */
public interface EachDay {

    /** Does nothing where nothing is due; what was done once is not done again. */
    void look(Project project);
}
