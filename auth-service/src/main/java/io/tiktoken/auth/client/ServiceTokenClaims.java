package io.tiktoken.auth.client;

import java.util.List;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Makes of a machine's token what services accept (RFC 9068): its type, its audience, its scopes as one text. */
public final class ServiceTokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    @Override
    public void customize(JwtEncodingContext context) {
        var scopes = context.getAuthorizedScopes();
        var audience = Audience.of(scopes).orElseThrow();
        context.getJwsHeader().type("at+jwt");
        context.getClaims()
                .audience(List.of(audience.value()))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("scope", String.join(" ", scopes));
    }
}
