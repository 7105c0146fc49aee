package org.relevo.watchdog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What this node is called, and which version it runs. */
@Component
class ThisNode {

    private final Environment environment;

    ThisNode(Environment environment) {
        this.environment = environment;
    }

    /** Its host and port, which no other node has, unless it is given a name. */
    String name() {
        return Optional.ofNullable(environment.getProperty("relevo.node-name"))
                .orElseGet(() -> "%s:%s"
                        .formatted(
                                host(),
                                environment.getProperty(
                                        "local.server.port", environment.getProperty("server.port", "8080"))));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    String version() {
        return Optional.ofNullable(ThisNode.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
