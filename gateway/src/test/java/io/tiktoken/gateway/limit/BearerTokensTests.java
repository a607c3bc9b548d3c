package io.tiktoken.gateway.limit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.tiktoken.defaults.security.AccessTokens;
import io.tiktoken.defaults.security.TokenSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

class BearerTokensTests {

    private final WireMockServer auth = new WireMockServer(options().dynamicPort());
    private final Scheduler threads = new LimitConfiguration().tokenThreads();
    private BearerTokens tokens;

    @BeforeEach
    void start() {
        auth.start();
        auth.stubFor(get("/oauth2/jwks").willReturn(okJson(Signatures.keys())));
        var settings = new TokenSettings(
                URI.create(Signatures.ISSUER), URI.create(auth.baseUrl() + "/oauth2/jwks"), Duration.ofSeconds(5));
        var keys = AccessTokens.publishedKeys(settings);
        tokens = new BearerTokens(
                AccessTokens.decoder(keys, settings, AccessTokens.API_AUDIENCE, Clock.systemUTC()), threads);
    }

    @AfterEach
    void stop() {
        auth.stop();
        threads.dispose();
    }

    @Test
    void tellsMachinesFromPeople() {
        assertThat(callerOf(Signatures.machine("merchant-1"))).isEqualTo(new Caller.Machine("merchant-1"));
        assertThat(callerOf(Signatures.person("user-1"))).isEqualTo(new Caller.Person("user-1"));
    }

    @Test
    void believesNoForgery() {
        assertThat(Signatures.forgeries())
                .allSatisfy(forgery -> assertThat(callerOf(forgery)).isNull());
    }

    @Test
    void asksForTheKeysOnceHoweverManyTokensCome() {
        var token = Signatures.machine("merchant-1");

        var callers = Flux.range(0, 100)
                .flatMap(number -> tokens.callerOf(token), 100)
                .collectList();

        assertThat(callers.block()).hasSize(100);
        auth.verify(1, getRequestedFor(urlEqualTo("/oauth2/jwks")));
    }

    @Test
    void unknownKeysDoNotFloodAuthService() {
        var token = Signatures.forgeries().get(1);

        Flux.range(0, 50).flatMap(number -> tokens.callerOf(token), 10).blockLast();

        assertThat(auth.findAll(getRequestedFor(urlEqualTo("/oauth2/jwks")))).hasSizeLessThanOrEqualTo(3);
        assertThat(callerOf(Signatures.machine("merchant-1"))).isEqualTo(new Caller.Machine("merchant-1"));
    }

    @Test
    void withoutKeysNobodyIsBelieved() {
        auth.stubFor(get("/oauth2/jwks").willReturn(serverError()));

        assertThat(callerOf(Signatures.machine("merchant-1"))).isNull();
    }

    @Test
    void keysThatDoNotComeHoldNobodyUp() {
        auth.stubFor(get("/oauth2/jwks").willReturn(okJson(Signatures.keys()).withFixedDelay(5_000)));
        var before = Instant.now();

        assertThat(callerOf(Signatures.machine("merchant-1"))).isNull();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    private @Nullable Caller callerOf(String token) {
        return tokens.callerOf(token).block();
    }
}
