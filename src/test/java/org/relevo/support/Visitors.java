package org.relevo.support;

import org.springframework.core.env.Environment;

/** Lets people and machines visit the Relevo under test. */
public class Visitors {

    private final Environment environment;

    Visitors(Environment environment) {
        this.environment = environment;
    }

    /** Somebody who is not signed in. */
    public Visitor anonymous() {
        return new Visitor("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    /** Somebody of the demo organisation, signed in. */
    public Visitor signedIn(String username) {
        return signedIn(username, "relevo-demo");
    }

    public Visitor signedIn(String username, String password) {
        var visitor = anonymous();
        var reply = visitor.signIn(username, password);
        if (reply.status() != 302 || reply.location().contains("sign-in")) {
            throw new AssertionError("%s cannot sign in: %d %s".formatted(username, reply.status(), reply.body()));
        }
        return visitor;
    }

    /** A machine that brings the demo organisation's token. */
    public Visitor machine() {
        return machine("relevo-demo-token-0123456789abcd");
    }

    public Visitor machine(String token) {
        return anonymous().with("Authorization", "Bearer " + token);
    }
}
