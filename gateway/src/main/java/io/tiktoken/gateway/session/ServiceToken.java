package io.tiktoken.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import reactor.core.publisher.Mono;

/** The gateway's own token for auth-service, fetched once for everybody and again shortly before it runs out. */
class ServiceToken {

    private static final Duration BEFORE_IT_RUNS_OUT = Duration.ofSeconds(30);

    private final Mono<OAuth2AccessToken> token;
    private final AtomicReference<@Nullable String> refused = new AtomicReference<>();
    private final Clock clock;

    ServiceToken(
            ReactiveOAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> endpoint,
            ClientRegistration gateway,
            SessionSettings settings,
            Clock clock) {
        this.clock = clock;
        // A failure is not kept, so the next one who needs the token tries again.
        token = Mono.defer(() -> endpoint.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(gateway)))
                .timeout(settings.answerWithin())
                .map(OAuth2AccessTokenResponse::getAccessToken)
                .cacheInvalidateIf(this::isUseless);
    }

    Mono<String> get() {
        return token.map(OAuth2AccessToken::getTokenValue);
    }

    /** A token that was refused is not shown again, however long it would be valid. */
    void forget(String token) {
        refused.set(token);
    }

    private boolean isUseless(OAuth2AccessToken token) {
        var expiresAt = token.getExpiresAt() == null ? Instant.MIN : token.getExpiresAt();
        return clock.instant().isAfter(expiresAt.minus(BEFORE_IT_RUNS_OUT))
                || token.getTokenValue().equals(refused.get());
    }
}
