package io.tiktoken.auth.client;

import java.util.List;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;

/** What is special about the tokens that machines ask for. */
public final class MachineTokens {

    private MachineTokens() {}

    /** A token opens the doors of one service only, so scopes of two audiences are not granted together. */
    public static void requireOneAudience(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (Scope.audienceOf(request.getScopes()).isEmpty()) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "Ask for scopes of exactly one audience", null));
        }
    }

    /** What services accept (RFC 9068): type, audience, scopes as one text, and which merchant or kiosk it is. */
    public static void addClaims(JwtEncodingContext context) {
        var client = context.getRegisteredClient();
        var scopes = context.getAuthorizedScopes();
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .audience(List.of(Scope.audienceOf(scopes).orElseThrow()))
                .claim("client_id", client.getClientId())
                .claim("scope", String.join(" ", scopes));
        var identity = Registration.identityOf(client);
        if (identity != null) {
            context.getClaims().claim(identity.claim(), identity.id().toString());
        }
    }
}
