package org.relevo.rca.web;

import org.jspecify.annotations.Nullable;
import org.relevo.rca.Rca;
import org.relevo.rca.Rcas;
import org.relevo.workitem.WorkItemNumber;
import org.springframework.stereotype.Component;

/** Lets an incident's page lead to its analysis. In templates: {@code ${@rcaLinks.of(number)}}. */
@Component("rcaLinks")
public class RcaLinks {

    private final Rcas rcas;

    RcaLinks(Rcas rcas) {
        this.rcas = rcas;
    }

    public @Nullable Rca of(WorkItemNumber incident) {
        return rcas.about(incident).orElse(null);
    }
}
