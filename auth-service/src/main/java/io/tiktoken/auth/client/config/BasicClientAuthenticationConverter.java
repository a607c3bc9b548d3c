package io.tiktoken.auth.client.config;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads id and secret from HTTP Basic, the secret as it stands there. Spring's own decodes it as a form at once, so that
 * a secret with a plus or a per cent sign, sent as it is, would be another one.
 */
final class BasicClientAuthenticationConverter implements AuthenticationConverter {

    private static final String SCHEME = "Basic ";

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        var credentials = decoded(header.substring(SCHEME.length()).strip());
        var colon = credentials.indexOf(':');
        if (colon < 1) {
            throw unreadable();
        }
        var id = ClientSecretProvider.formDecoded(credentials.substring(0, colon));
        var named = request.getParameter(OAuth2ParameterNames.CLIENT_ID);
        if (named != null && !named.equals(id)) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_REQUEST, "client_id is not the client that proves itself", null));
        }
        return new OAuth2ClientAuthenticationToken(
                id, ClientAuthenticationMethod.CLIENT_SECRET_BASIC, credentials.substring(colon + 1), null);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
    }

    private static OAuth2AuthenticationException unreadable() {
        return new OAuth2AuthenticationException(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, "The Authorization header cannot be read", null));
    }
}
