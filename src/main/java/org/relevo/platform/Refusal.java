package org.relevo.platform;

import java.util.List;

/** Why something that was asked for is not done. The message names the thing, its state and the way out. */
public abstract sealed class Refusal extends RuntimeException {

    private Refusal(String message) {
        super(message);
    }

    /** What was asked for does not exist, or not for the one who asks. */
    public static final class NotFound extends Refusal {
        public NotFound(String message) {
            super(message);
        }
    }

    /** The thing is in a state, or was changed by somebody, so that this can no longer be done. */
    public static final class Conflict extends Refusal {
        public Conflict(String message) {
            super(message);
        }
    }

    /** The one who asks has not the role for it. */
    public static final class NotAllowed extends Refusal {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /** What was sent cannot be understood or accepted; each problem names a field and its remedy. */
    public static final class Invalid extends Refusal {
        private final transient List<FieldProblem> problems;

        public Invalid(List<FieldProblem> problems) {
            super(String.join(" ", problems.stream().map(FieldProblem::message).toList()));
            this.problems = List.copyOf(problems);
        }

        public Invalid(String field, String message) {
            this(List.of(new FieldProblem(field, message)));
        }

        public List<FieldProblem> problems() {
            return problems;
        }
    }

    /** One field that was refused: a JSON pointer or form field name, and a sentence with the remedy. */
    public record FieldProblem(String field, String message) {}
}
