package io.tiktoken.defaults.neighbour;

import feign.RequestInterceptor;
import feign.RequestTemplate;
import feign.RetryableException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/**
 * Signs a Feign client's calls with this service's own token for one neighbour (client credentials),
 * whoever the current user is.
 */
final class ServiceTokenInterceptor implements RequestInterceptor {

    private static final Authentication THIS_SERVICE = new AnonymousAuthenticationToken(
            "service", "this service", AuthorityUtils.createAuthorityList("ROLE_SERVICE"));

    private final OAuth2AuthorizedClientManager tokens;
    private final String registration;

    /** @param registration the neighbour's name */
    ServiceTokenInterceptor(OAuth2AuthorizedClientManager tokens, String registration) {
        this.tokens = tokens;
        this.registration = registration;
    }

    /** @throws RetryableException when no token can be had just now: the call was not made */
    @Override
    public void apply(RequestTemplate call) {
        try {
            call.header(HttpHeaders.AUTHORIZATION, "Bearer " + token().getTokenValue());
        } catch (OAuth2AuthorizationException noToken) {
            throw new RetryableException(
                    -1,
                    "auth-service gave no token for " + registration,
                    call.request().httpMethod(),
                    noToken,
                    (Long) null,
                    call.request());
        }
    }

    /** The one that is kept, or a new one from auth-service. */
    OAuth2AccessToken token() {
        var request = OAuth2AuthorizeRequest.withClientRegistrationId(registration)
                .principal(THIS_SERVICE)
                .build();
        var client = tokens.authorize(request);
        if (client == null) {
            throw new IllegalStateException("No scopes are configured for " + registration);
        }
        return client.getAccessToken();
    }
}
