package io.tiktoken.auth.client.config;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.client.AuthenticateClient;
import io.tiktoken.auth.client.ClientSecret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Takes the place of Spring's own, which knows one secret for each client and answers sooner when there is none. */
record ClientSecretProvider(AuthenticateClient authenticateClient) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication shown) {
        var client = (OAuth2ClientAuthenticationToken) shown;
        return authenticateClient
                .authenticate(client.getName(), secretOf(client), actor(shown))
                .map(known -> new OAuth2ClientAuthenticationToken(
                        known, client.getClientAuthenticationMethod(), client.getCredentials()))
                .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT));
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }

    /**
     * The secret, in both readings. By HTTP Basic it should come form-encoded (RFC 6749 §2.3.1), and most send it as it is; in a
     * form somebody may have left a plus as it is, which then reads as a space, and no secret of ours has one.
     */
    private static ClientSecret secretOf(OAuth2ClientAuthenticationToken client) {
        var shown = String.valueOf(client.getCredentials());
        var decoded = client.getClientAuthenticationMethod().equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? formDecoded(shown)
                : shown.replace(' ', '+');
        return new ClientSecret(shown, decoded);
    }

    /** What a text says that may be encoded as in a form; itself when it is not encoded at all. */
    static String formDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPerCentSign) {
            return text;
        }
    }

    private static Actor actor(Authentication shown) {
        return new Actor(
                null,
                shown.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null);
    }
}
