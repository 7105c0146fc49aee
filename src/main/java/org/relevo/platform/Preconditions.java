package org.relevo.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** What a start cannot succeed without and can be seen from the settings alone: said before anything is started. */
class Preconditions implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var embedded = EmbeddedDefault.isChosen(environment);
        var port = environment.getProperty("server.port", Integer.class, 8080);
        if (port > 0) {
            requireFree(port, address(environment, embedded));
        }
    }

    private static @Nullable InetAddress address(Environment environment, boolean embedded) {
        var configured = environment.getProperty("server.address");
        try {
            return configured != null
                    ? InetAddress.getByName(configured)
                    : embedded ? InetAddress.getLoopbackAddress() : null;
        } catch (UnknownHostException e) {
            throw new StartupProblem(
                    "SERVER_ADDRESS is %s, which is no address of this machine. Correct or unset it."
                            .formatted(configured),
                    e);
        }
    }

    /** The web server binds it later, and says the same where somebody was quicker. */
    private static void requireFree(int port, @Nullable InetAddress address) {
        try (var free = new ServerSocket(port, 1, address)) {
            free.setReuseAddress(true);
        } catch (BindException e) {
            throw new StartupProblem(StartupReport.taken(port), e);
        } catch (IOException e) {
            // whatever it is, the web server meets it again and says more
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
