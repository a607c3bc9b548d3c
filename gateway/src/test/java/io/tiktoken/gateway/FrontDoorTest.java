package io.tiktoken.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.benmanes.caffeine.cache.Ticker;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The whole gateway on a real port, with a stand-in at the other end of each wire. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tiktoken.session.client-secret=only-for-tests",
            "tiktoken.neighbours.answer-within=20s",
            "tiktoken.door.whole-body-within=1s",
            // No time passes in most tests, so nobody would ever get an allowance back.
            "tiktoken.rate-limits.factor=1000"
        })
@Import(FrontDoorTest.Time.class)
public abstract class FrontDoorTest {

    protected static final WireMockServer AUTH = started();
    protected static final WireMockServer CATALOG = started();
    protected static final WireMockServer WALLET = started();
    protected static final WireMockServer ORDER = started();
    protected static final WireMockServer FX = started();

    @LocalServerPort
    protected int port;

    @Autowired
    protected SettableTicker ticker;

    @Autowired
    ReactiveResilience4JCircuitBreakerFactory breakers;

    protected WebTestClient browser;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry settings) {
        settings.add("tiktoken.neighbours.auth", AUTH::baseUrl);
        settings.add("tiktoken.neighbours.catalog", CATALOG::baseUrl);
        settings.add("tiktoken.neighbours.wallet", WALLET::baseUrl);
        settings.add("tiktoken.neighbours.order", ORDER::baseUrl);
        settings.add("tiktoken.neighbours.fx", FX::baseUrl);
    }

    @BeforeEach
    void everyoneIsThere() {
        for (var neighbour : List.of(AUTH, CATALOG, WALLET, ORDER, FX)) {
            neighbour.resetAll();
            neighbour.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{}")));
        }
        AUTH.stubFor(post(urlPathEqualTo("/oauth2/token"))
                .willReturn(
                        okJson("{\"access_token\":\"gateways-own\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
        AUTH.stubFor(post(urlPathEqualTo("/internal/sessions/token"))
                .atPriority(5)
                .willReturn(aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":404,\"code\":\"session_unknown\"}")));
        breakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(breaker -> breaker.reset());
        browser = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .filter((request, next) -> next.exchange(request).flatMap(FrontDoorTest::readToItsEnd))
                .build();
    }

    /** Or else an answer of which a test looks at nothing but the status would never give back Netty's buffers. */
    private static Mono<ClientResponse> readToItsEnd(ClientResponse answer) {
        return DataBufferUtils.join(answer.body(BodyExtractors.toDataBuffers()))
                .map(FrontDoorTest::onTheHeap)
                .map(body -> answer.mutate().body(_ -> Flux.just(body)).build())
                .defaultIfEmpty(answer);
    }

    private static DataBuffer onTheHeap(DataBuffer body) {
        var bytes = new byte[body.readableByteCount()];
        body.read(bytes);
        DataBufferUtils.release(body);
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }

    /** A handle that auth-service swaps for a token of this user. */
    protected static String sessionOf(String userId) {
        return sessionOf(userId, Duration.ZERO);
    }

    protected static String sessionOf(String userId, Duration thinkingTime) {
        var handle = UUID.randomUUID().toString();
        AUTH.stubFor(post(urlPathEqualTo("/internal/sessions/token"))
                .withRequestBody(equalToJson("{\"handle\":\"" + handle + "\"}"))
                .willReturn(okJson("{\"accessToken\":\"%s\",\"expiresAt\":\"%s\"}"
                                .formatted(tokenOf(userId), Instant.now().plusSeconds(300)))
                        .withFixedDelay(Math.toIntExact(thinkingTime.toMillis()))));
        return handle;
    }

    protected static String tokenOf(String userId) {
        return base64("{\"alg\":\"RS256\"}") + "." + base64("{\"sub\":\"" + userId + "\"}") + "." + base64("signature");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static WireMockServer started() {
        var server =
                new WireMockServer(options().dynamicPort().containerThreads(40).jettyAcceptQueueSize(300));
        server.start();
        return server;
    }

    /** Time that passes only when a test says so. */
    public static final class SettableTicker implements Ticker {

        private volatile long nanos;

        @Override
        public long read() {
            return nanos;
        }

        public void pass(Duration time) {
            nanos += time.toNanos();
        }
    }

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        SettableTicker settableTicker() {
            return new SettableTicker();
        }
    }
}
