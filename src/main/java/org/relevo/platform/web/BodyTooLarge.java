package org.relevo.platform.web;

/** A request's body is larger than its door admits. */
public class BodyTooLarge extends RuntimeException {

    BodyTooLarge(int limit) {
        super("The body is larger than %,d bytes. Send less at once.".formatted(limit));
    }
}
