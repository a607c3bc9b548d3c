package io.tiktoken.auth.client.config;

import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.CLIENT_SECRET;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is no token request before anybody's secret is looked at: another method or content type, parameters in
 * the address (which ends up in logs), and a client that proves itself in two ways at once (RFC 6749 §2.3).
 */
final class TokenRequestFilter extends OncePerRequestFilter {

    private final RequestMatcher tokens;
    private final TokenErrorHandler errors;

    TokenRequestFilter(RequestMatcher tokens, TokenErrorHandler errors) {
        this.tokens = tokens;
        this.errors = errors;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !tokens.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            errors.write(response, HttpStatus.METHOD_NOT_ALLOWED, invalid("A token is asked for by POST"));
            return;
        }
        var fault = faultOf(request);
        if (fault == null) {
            chain.doFilter(request, response);
        } else {
            errors.write(response, invalid(fault));
        }
    }

    private static @Nullable String faultOf(HttpServletRequest request) {
        if (request.getQueryString() != null) {
            return "Parameters belong into the body, never into the address";
        }
        if (!isForm(request.getContentType())) {
            return "The body must be application/x-www-form-urlencoded";
        }
        var headers =
                Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size();
        return headers + (request.getParameter(CLIENT_SECRET) == null ? 0 : 1) > 1
                ? "A client proves itself in one way only"
                : null;
    }

    private static boolean isForm(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static OAuth2Error invalid(String description) {
        return new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null);
    }
}
