package org.relevo.incident.communication.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The public status page asks nobody who they are, and gives its address to no page that it links to. */
@Configuration(proxyBeanMethods = false)
class StatusSecurity {

    static final String CONTENT = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain strangers(HttpSecurity http) {
        return http.securityMatcher("/status/*", "/status/*/feed.atom")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .cacheControl(cache -> cache.disable()))
                .build();
    }
}
