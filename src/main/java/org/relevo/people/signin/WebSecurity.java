package org.relevo.people.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.relevo.people.Actors;
import org.relevo.people.ApiTokens;
import org.relevo.people.Tokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Everything needs a sign-in or a token, except what is listed here. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    static final String CONTENT = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final Actors actors;
    private final Admission admission;
    private final Clock clock;

    WebSecurity(Actors actors, Admission admission, Clock clock) {
        this.actors = actors;
        this.admission = admission;
        this.clock = clock;
    }

    /** Machines with a token, and pages that ask in the name of who is signed in. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, ApiTokens tokens, AccessProblems problems) {
        return http.securityMatcher("/api/**", "/v2/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                // Its routing key comes in the body, where intake checks it.
                                .requestMatchers("/v2/enqueue")
                                .permitAll()
                                .requestMatchers("/api/v1/alerts/**")
                                .access(admission.ofPeopleAndTokens(Tokens.ALERTS, Tokens.API))
                                .anyRequest()
                                .access(admission.ofPeopleAndTokens(Tokens.API)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.requireCsrfProtectionMatcher(WebSecurity::actsBySession))
                .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(new SessionEnd(actors, clock), SecurityContextHolderFilter.class)
                .addFilterBefore(new BearerFilter(tokens, problems), AuthorizationFilter.class)
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /** People. */
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, SignInOutcome outcome, PageRefusals refusals) {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(WebSecurity::isPage);
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(
                                        "/sign-in/**",
                                        "/actuator/health/**",
                                        "/assets/**",
                                        "/favicon.ico",
                                        "/acknowledge/**",
                                        "/oncall/**",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .access(admission.ofPeople()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/sign-in?signed-out"))
                .requestCache(requests -> requests.requestCache(cache))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(new SessionEnd(actors, clock), SecurityContextHolderFilter.class)
                .httpBasic(basic -> basic.disable())
                .build();
    }

    /** A token must be sent on purpose; a session cookie comes along by itself, so it needs the CSRF token beside it. */
    private static boolean actsBySession(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && BearerFilter.token(request).isEmpty()
                && request.getSession(false) != null;
    }

    /** Only a page is worth returning to after the sign-in: no fragment, no stream, no picture. */
    private static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod())
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains("text/html");
    }
}
