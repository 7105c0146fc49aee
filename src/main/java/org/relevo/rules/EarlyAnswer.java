package org.relevo.rules;

/** Says who answers an incident of a service in early life support. */
public record EarlyAnswer(Who who, String rule, String because) implements Decision {

    public enum Who {
        /** The project's team works on it. */
        PROJECT,
        /** The service's team works on it. */
        OPERATIONS,
        /** The service's team works on it, and the project's team stands beside it. */
        BOTH
    }
}
