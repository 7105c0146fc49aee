package org.relevo.workitem;

/** The kinds of case, with what their numbers begin with and where their pages are. */
public enum WorkItemType {
    INCIDENT("INC", "incident_number", "/incidents/"),
    /** A root-cause analysis. */
    RCA("RCA", "rca_number", "/rcas/"),
    /** A corrective action. */
    ACTION("ACT", "action_number", "/actions/"),
    /** A project, whose tolerances it carries. */
    PROJECT("PRJ", "project_number", "/projects/"),
    /** An issue of a project. */
    PROJECT_ISSUE("PI", "project_issue_number", "/project-issues/"),
    /** Something that is to be done about an issue of a project. */
    PROJECT_ACTION("PA", "project_action_number", "/project-actions/"),
    /** Something that management asks of a project. */
    REQUEST("REQ", "request_number", "/requests/"),
    /** A report that a project is beyond a tolerance or will be. */
    EXCEPTION("EXC", "exception_number", "/exceptions/"),
    /** A service on its way from a project to operations. */
    HANDOVER("HO", "handover_number", "/handovers/");

    private final String prefix;
    private final String sequence;
    private final String pages;

    WorkItemType(String prefix, String sequence, String pages) {
        this.prefix = prefix;
        this.sequence = sequence;
        this.pages = pages;
    }

    String prefix() {
        return prefix;
    }

    String sequence() {
        return sequence;
    }

    /** What a number of this kind means; numbers that other systems gave are incidents. */
    static WorkItemType of(WorkItemNumber number) {
        for (var type : values()) {
            if (number.value().startsWith(type.prefix + "-")) {
                return type;
            }
        }
        return INCIDENT;
    }

    String page(WorkItemNumber number) {
        return pages + number;
    }
}
