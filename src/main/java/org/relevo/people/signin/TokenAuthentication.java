package org.relevo.people.signin;

import java.util.List;
import org.relevo.people.Actor;
import org.relevo.people.ApiToken;
import org.relevo.people.ApiTokens;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A machine that came with a valid token, for the length of one request. */
class TokenAuthentication extends AbstractAuthenticationToken {

    private final transient Actor actor;

    TokenAuthentication(ApiToken token) {
        super(authorities(token));
        this.actor = ApiTokens.actor(token);
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(ApiToken token) {
        return token.scopes().stream()
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority("SCOPE_" + scope))
                .toList();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }
}
