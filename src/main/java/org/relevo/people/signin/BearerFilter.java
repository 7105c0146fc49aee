package org.relevo.people.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.relevo.people.ApiTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the token from {@code Authorization: Bearer …}. A request that brings one never falls back to its session. */
class BearerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final AccessProblems problems;

    BearerFilter(ApiTokens tokens, AccessProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = token(request);
        if (sent.isPresent()) {
            var known = tokens.find(sent.get());
            if (known.isEmpty()) {
                problems.unknownToken(request, response);
                return;
            }
            SecurityContextHolder.setContext(new SecurityContextImpl(new TokenAuthentication(known.get())));
        }
        chain.doFilter(request, response);
    }
}
