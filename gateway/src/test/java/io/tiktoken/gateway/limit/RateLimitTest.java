package io.tiktoken.gateway.limit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.tiktoken.gateway.FrontDoorTest;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A front door that counts as in real life, except for the two widest limits, and a proxy that says who comes. */
@TestPropertySource(
        properties = {
            "tiktoken.rate-limits.factor=1",
            "tiktoken.rate-limits.reads=70/1m",
            "tiktoken.rate-limits.strangers=80/1m",
            "tiktoken.rate-limits.everything=200/1m",
            "tiktoken.door.trusted-proxies=127.0.0.1"
        })
abstract class RateLimitTest extends FrontDoorTest {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @BeforeEach
    void everybodyStartsAnew() {
        ticker.pass(Duration.ofHours(2));
        AUTH.stubFor(get("/oauth2/jwks").willReturn(okJson(Signatures.keys())));
    }

    static String newAddress() {
        var number = ADDRESSES.incrementAndGet();
        return "198.51.%d.%d".formatted(number / 250, 1 + number % 250);
    }

    static String newUser() {
        return UUID.randomUUID().toString();
    }

    ResponseSpec stranger(String address, HttpMethod method, String path) {
        return ask(address, method, path, headers -> {});
    }

    ResponseSpec withSession(String handle, String address, HttpMethod method, String path) {
        return ask(address, method, path, headers -> headers.set(HttpHeaders.COOKIE, "tiktoken_session=" + handle));
    }

    ResponseSpec withToken(String token, String address, HttpMethod method, String path) {
        return ask(address, method, path, headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }

    private ResponseSpec ask(String address, HttpMethod method, String path, Consumer<HttpHeaders> identity) {
        return browser.method(method)
                .uri(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-For", address)
                .headers(identity)
                .exchange();
    }

    static HttpStatusCode statusOf(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus();
    }

    static void assertRefused(ResponseSpec answer) {
        assertThat(statusOf(answer)).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    static void assertAdmitted(ResponseSpec answer) {
        assertThat(statusOf(answer)).isEqualTo(HttpStatus.OK);
    }

    /** How many requests for this path reached a service. */
    static long reached(HttpMethod method, String path) {
        return Stream.of(AUTH, CATALOG, WALLET, ORDER, FX)
                .flatMap(service -> service.getAllServeEvents().stream())
                .map(ServeEvent::getRequest)
                .filter(request -> request.getMethod().getName().equals(method.name()))
                .filter(request -> request.getUrl().equals(path))
                .count();
    }
}
