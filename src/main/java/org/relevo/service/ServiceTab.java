package org.relevo.service;

/** A page of a service that another module has and the service's own page links to. */
public interface ServiceTab {

    /** What stands behind {@code /services/{key}/}. */
    String path();

    /** The message that names it. */
    String messageKey();
}
