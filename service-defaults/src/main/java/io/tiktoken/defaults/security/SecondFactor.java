package io.tiktoken.defaults.security;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** That a person has shown a code of their authenticator besides the password ({@code amr} {@code otp}, RFC 8176). */
final class SecondFactor {

    private static final SimpleGrantedAuthority SHOWN = new SimpleGrantedAuthority("AMR_otp");

    private SecondFactor() {}

    /** Asks for the authority first: who has no business here is not told what else would be missing. */
    static AuthorizationManager<RequestAuthorizationContext> after(String authority) {
        var allowed = AuthorityAuthorizationManager.<RequestAuthorizationContext>hasAuthority(authority);
        var shown = AuthorityAuthorizationManager.<RequestAuthorizationContext>hasAuthority(SHOWN.getAuthority());
        return (caller, request) -> {
            var decision = allowed.authorize(caller, request);
            return decision != null && decision.isGranted() ? shown.authorize(caller, request) : decision;
        };
    }

    /** Whether it is only this that was missing. */
    static boolean isMissing(AccessDeniedException reason) {
        return reason instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
                && decision.getAuthorities().contains(SHOWN);
    }
}
