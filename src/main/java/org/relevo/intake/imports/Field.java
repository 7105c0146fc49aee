package org.relevo.intake.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.relevo.rules.Priority;
import org.relevo.rules.Rating;
import org.relevo.workitem.State;

/** What an import can read of a case. */
enum Field {
    NUMBER("number"),
    TITLE("title"),
    DESCRIPTION("description"),
    STATE("state", State.values()),
    PRIORITY("priority", Priority.values()),
    IMPACT("impact", Rating.values()),
    URGENCY("urgency", Rating.values()),
    SERVICE("service"),
    TEAM("team"),
    ASSIGNEE("assignee"),
    RAISED_AT("raisedAt"),
    RAISED_BY("raisedBy"),
    RESOLVED_AT("resolvedAt"),
    CLOSED_AT("closedAt"),
    EVENT_AT("eventAt"),
    EVENT_BY("eventBy"),
    SEQUENCE("sequence");

    /** Without these a row says nothing. */
    static final List<Field> REQUIRED = List.of(NUMBER, STATE, RAISED_AT, EVENT_AT);

    /** Those whose change the timeline tells. */
    static final List<Field> TOLD = List.of(STATE, PRIORITY, IMPACT, URGENCY, SERVICE, TEAM, ASSIGNEE);

    private final String key;
    private final List<String> constants;

    Field(String key, Enum<?>... constants) {
        this.key = key;
        this.constants = Arrays.stream(constants).map(Enum::name).toList();
    }

    public String key() {
        return key;
    }

    /** The values of ours that it must be mapped to; none where any text will do. */
    List<String> constants() {
        return constants;
    }

    public boolean coded() {
        return !constants.isEmpty();
    }

    static Optional<Field> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
