package org.relevo.project;

import java.time.LocalDate;
import java.util.List;

/** Says where a project will end in one dimension. Whoever keeps a dimension's figures offers one. */
public interface Outlooks {

    /** None where there is no figure yet. */
    List<Outlook> of(String project, LocalDate today);
}
