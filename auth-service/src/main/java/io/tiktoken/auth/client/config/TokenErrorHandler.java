package io.tiktoken.auth.client.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.util.StringUtils;

/**
 * Answers whoever gets no token, as RFC 6749 §5.2 says: always JSON, and 401 with a challenge when it is not known who
 * asks. Spring's own handlers leave the challenge out, and the body too when there were no credentials at all.
 */
final class TokenErrorHandler implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final String CHALLENGE = "Basic realm=\"TikToken\"";

    private final OAuth2ErrorHttpMessageConverter json = new OAuth2ErrorHttpMessageConverter();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        write(
                response,
                refused instanceof OAuth2AuthenticationException named ? described(named.getError()) : unknownClient());
    }

    /** Nothing in the request says who asks. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        write(response, unknownClient());
    }

    /** 401 or 400, as the error demands. */
    void write(HttpServletResponse response, OAuth2Error error) throws IOException {
        if (error.getErrorCode().equals(OAuth2ErrorCodes.INVALID_CLIENT)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            write(response, HttpStatus.UNAUTHORIZED, error);
        } else {
            write(response, HttpStatus.BAD_REQUEST, error);
        }
    }

    void write(HttpServletResponse response, HttpStatus status, OAuth2Error error) throws IOException {
        var answer = new ServletServerHttpResponse(response);
        answer.setStatusCode(status);
        json.write(error, MediaType.APPLICATION_JSON, answer);
    }

    private static OAuth2Error described(OAuth2Error error) {
        if (StringUtils.hasText(error.getDescription())) {
            return error;
        }
        return switch (error.getErrorCode()) {
            case OAuth2ErrorCodes.INVALID_CLIENT -> unknownClient();
            case OAuth2ErrorCodes.INVALID_SCOPE ->
                invalid(error, "The client may not ask for this scope, or not for these together");
            case OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE -> invalid(error, "grant_type must be client_credentials");
            default -> invalid(error, "The request cannot be understood");
        };
    }

    /** In the same words for an unknown client, a wrong secret and a client that is shut out. */
    private static OAuth2Error unknownClient() {
        return new OAuth2Error(
                OAuth2ErrorCodes.INVALID_CLIENT, "Client id and secret are missing or do not belong together", null);
    }

    private static OAuth2Error invalid(OAuth2Error error, String description) {
        return new OAuth2Error(error.getErrorCode(), description, error.getUri());
    }
}
