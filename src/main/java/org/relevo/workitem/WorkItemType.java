package org.relevo.workitem;

/** The kinds of case. */
public enum WorkItemType {
    INCIDENT
}
