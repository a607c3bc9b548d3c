package io.tiktoken.auth.client;

import java.util.List;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Makes of a machine's token what services accept (RFC 9068): its type, its audience, its scopes as one text, and
 * which merchant or kiosk it is.
 */
public final class MachineTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext context) {
        var client = context.getRegisteredClient();
        var scopes = context.getAuthorizedScopes();
        var audience = Audience.of(scopes).orElseThrow();
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .audience(List.of(audience.value()))
                .claim("client_id", client.getClientId())
                .claim("scope", String.join(" ", scopes));
        var identity = Registration.identityOf(client);
        if (identity != null) {
            context.getClaims().claim(identity.claim(), identity.id().toString());
        }
    }
}
