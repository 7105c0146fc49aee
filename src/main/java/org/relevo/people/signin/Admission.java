package org.relevo.people.signin;

import java.util.List;
import org.relevo.people.Actors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets in people who have any role at this moment, and machines whose token has the scope; what they may do is decided further in. */
@Component
class Admission {

    private final Actors actors;

    Admission(Actors actors) {
        this.actors = actors;
    }

    AuthorizationManager<RequestAuthorizationContext> ofPeople() {
        return ofPeopleAndTokens();
    }

    AuthorizationManager<RequestAuthorizationContext> ofPeopleAndTokens(String... scopes) {
        var accepted = List.of(scopes);
        return (authentication, request) -> {
            var who = authentication.get();
            if (who instanceof TokenAuthentication token) {
                return new AuthorizationDecision(token.scopes().stream().anyMatch(accepted::contains));
            }
            return new AuthorizationDecision(who instanceof UsernamePasswordAuthenticationToken
                    && actors.of(who.getName())
                            .filter(a -> !a.roles().isEmpty())
                            .isPresent());
        };
    }
}
