package org.relevo.intake.web;

import java.util.List;

/** An event that PagerDuty would refuse, and why in its words. */
class InvalidEvent extends RuntimeException {

    private final transient List<String> errors;

    InvalidEvent(List<String> errors) {
        super(String.join("; ", errors));
        this.errors = List.copyOf(errors);
    }

    List<String> errors() {
        return errors;
    }
}
