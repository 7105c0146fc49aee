package org.relevo.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Answers requests that the web server refuses before Relevo sees them, such as an address with characters that none may
 * have. Who sent it is not known by then, and so it is told in the one shape that people and tools can read.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatWebServerFactory> {

    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Answer.class.getName());
            }
        });
    }

    /** Made by Tomcat from its name. */
    public static class Answer extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var body = """
                    {"type":"about:blank","title":"%s","status":%d,"detail":"%s"}
                    """.formatted(
                            status < 500 ? "Bad Request" : "Internal Server Error",
                            status,
                            status < 500
                                    ? "The request cannot be read. Write characters such as a space or | in an address in their percent-encoded form, and send only headers that HTTP allows."
                                    : "The request could not be answered. Try again, and tell an administrator if it happens again.");
            try {
                response.setContentType("application/problem+json");
                response.setCharacterEncoding("UTF-8");
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                response.setContentLength(bytes.length);
                response.getOutputStream().write(bytes);
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                // The connection is gone: there is nobody to tell.
            }
        }
    }
}
