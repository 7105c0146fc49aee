package org.relevo.people.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a username and a password, within the limits, and as slowly for an unknown username as for a known one. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    /** Each check takes 16 MB of memory for a moment; a flood of sign-ins must wait rather than exhaust the heap. */
    private final Semaphore atOnce = new Semaphore(4);

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final SignInLimit limit;
    private final String nobody;

    PasswordSignIn(JdbcClient jdbc, PasswordEncoder passwords, SignInLimit limit) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.limit = limit;
        this.nobody = passwords.encode("the password of nobody");
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var username = username(asked.getName());
        var password = String.valueOf(asked.getCredentials());
        var address = asked.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        limit.attempt(username, address);
        var hash = hashOf(username);
        if (!matches(password, hash.orElse(nobody)) || hash.isEmpty()) {
            throw new BadCredentialsException("Username or password is wrong.");
        }
        limit.succeeded(username, address);
        var known = User.withUsername(username)
                .password("")
                .authorities(List.of(new SimpleGrantedAuthority("PERSON")))
                .build();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(known, null, known.getAuthorities());
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    /** Whether this is the password of somebody who is signed in already; a wrong one counts as a failed sign-in. */
    boolean isRight(String username, String password, String address) {
        limit.attempt(username, address);
        var right = hashOf(username).filter(hash -> matches(password, hash)).isPresent();
        if (right) {
            limit.succeeded(username, address);
        }
        return right;
    }

    String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return passwords.encode(password);
        } finally {
            atOnce.release();
        }
    }

    private Optional<String> hashOf(String username) {
        return jdbc.sql("select password_hash from person where username = :username and enabled")
                .param("username", username)
                .query(String.class)
                .optional();
    }

    private boolean matches(String password, String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return password.length() <= 200 && passwords.matches(password, hash);
        } finally {
            atOnce.release();
        }
    }

    private static String username(@Nullable String typed) {
        var name = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT).replace("\0", "");
        return name.length() <= 100 ? name : name.substring(0, 100);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
