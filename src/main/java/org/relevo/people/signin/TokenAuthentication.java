package org.relevo.people.signin;

import java.util.List;
import java.util.Set;
import org.relevo.people.Actor;
import org.relevo.people.ApiToken;
import org.relevo.people.ApiTokens;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** A machine that came with a valid token, for the length of one request. */
class TokenAuthentication extends AbstractAuthenticationToken {

    private final transient Actor actor;
    private final transient Set<String> scopes;

    TokenAuthentication(ApiToken token) {
        super(List.<GrantedAuthority>of());
        this.actor = ApiTokens.actor(token);
        this.scopes = token.scopes();
        setAuthenticated(true);
    }

    Set<String> scopes() {
        return scopes;
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
