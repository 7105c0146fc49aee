package org.relevo.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was typed into a form that a page has no place for any more, so that nobody has to type it again. */
public final class Kept {

    private static final Set<String> OF_THE_PAGE =
            Set.of("_csrf", "once", "version", "seen", "was", "parent", "page", "token");

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Kept(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Whether somebody was faster: the page shows what is now, which may leave no place for what was typed. */
    public boolean isLost() {
        return response.getStatus() == HttpServletResponse.SC_CONFLICT;
    }

    /** The words of a form, one field after the other; blank where nothing was typed. Secrets are not shown again. */
    public String getWords() {
        if (!request.getMethod().equals("POST")) {
            return "";
        }
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !OF_THE_PAGE.contains(field.getKey()))
                .filter(field -> !field.getKey().toLowerCase(Locale.ROOT).contains("password"))
                .flatMap(field -> Stream.of(field.getValue()))
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
