package io.tiktoken.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.crypto.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ServiceTokenTests {

    private static final ClientRegistration GATEWAY = ClientRegistration.withRegistrationId("auth-service")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .clientId("gateway")
            .tokenUri("http://localhost/oauth2/token")
            .build();

    private final AtomicInteger fetched = new AtomicInteger();
    private Instant now = Instant.now();
    private boolean authServiceIsThere = true;

    private final ServiceToken token = new ServiceToken(
            request -> Mono.delay(Duration.ofMillis(20)).map(late -> answer()),
            GATEWAY,
            new SessionSettings(
                    URI.create("http://localhost"),
                    new Secret("s"),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(1),
                    10,
                    Duration.ofSeconds(1)),
            settable());

    @Test
    void isFetchedOnceForEverybody() {
        var tokens = Flux.range(0, 100)
                .flatMap(number -> token.get(), 100)
                .distinct()
                .collectList();

        assertThat(tokens.block()).containsExactly("token-1");
        assertThat(token.get().block()).isEqualTo("token-1");
    }

    @Test
    void isFetchedAgainShortlyBeforeItRunsOut() {
        assertThat(token.get().block()).isEqualTo("token-1");

        now = now.plusSeconds(265);
        assertThat(token.get().block()).isEqualTo("token-1");

        now = now.plusSeconds(10);
        assertThat(token.get().block()).isEqualTo("token-2");
    }

    @Test
    void isFetchedAgainWhenItWasRefused() {
        token.forget(token.get().block());

        assertThat(token.get().block()).isEqualTo("token-2");
    }

    @Test
    void aFailureIsNotKept() {
        authServiceIsThere = false;
        assertThatThrownBy(() -> token.get().block()).hasMessage("not there");

        authServiceIsThere = true;
        assertThat(token.get().block()).isEqualTo("token-1");
    }

    private OAuth2AccessTokenResponse answer() {
        if (!authServiceIsThere) {
            throw new IllegalStateException("not there");
        }
        return OAuth2AccessTokenResponse.withToken("token-" + fetched.incrementAndGet())
                .tokenType(TokenType.BEARER)
                .expiresIn(300)
                .build();
    }

    private Clock settable() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }
}
