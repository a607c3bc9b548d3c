package io.tiktoken.gateway.session;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.tiktoken.gateway.FrontDoorTest;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

class SessionChangeTests extends FrontDoorTest {

    private final String alice = UUID.randomUUID().toString();

    @Autowired
    private SessionFilter filter;

    @ParameterizedTest
    @CsvSource({
        "POST, /api/auth/logout",
        "POST, /api/auth/log%6fut",
        "POST, /api/auth/password",
        "POST, /api/auth/totp/confirm",
        "POST, /api/auth/totp/disable",
        "DELETE, /api/auth/sessions",
        "DELETE, /api/auth/sessions/0192f0c1-0000-7000-8000-00000000a11c"
    })
    void allSessionsOfThePersonAreAskedAboutAnew(String method, String path) {
        AUTH.stubFor(any(urlEqualTo(path)).willReturn(noContent()));
        var phone = sessionOf(alice);
        var laptop = sessionOf(alice);
        var somebodyElse = sessionOf(UUID.randomUUID().toString());
        wallet(phone);
        wallet(laptop);
        wallet(somebodyElse);

        send(phone, HttpMethod.valueOf(method), path).expectStatus().isNoContent();
        AUTH.verify(3, exchanges());

        wallet(phone);
        wallet(laptop);
        AUTH.verify(5, exchanges());
        wallet(somebodyElse);
        AUTH.verify(5, exchanges());
    }

    @ParameterizedTest
    @CsvSource({"GET, /api/auth/sessions", "POST, /api/auth/totp", "POST, /api/auth/pin", "GET, /api/auth/me"})
    void othersChangeNothing(String method, String path) {
        var phone = sessionOf(alice);
        wallet(phone);

        send(phone, HttpMethod.valueOf(method), path);
        wallet(phone);

        AUTH.verify(1, exchanges());
    }

    @Test
    void anErrorMayHaveChangedThemToo() {
        AUTH.stubFor(any(urlEqualTo("/api/auth/password")).willReturn(serverError()));
        var phone = sessionOf(alice);
        wallet(phone);

        send(phone, HttpMethod.POST, "/api/auth/password").expectStatus().is5xxServerError();
        wallet(phone);

        AUTH.verify(2, exchanges());
    }

    @Test
    void anAnswerFromBeforeIsNotKept() throws Exception {
        AUTH.stubFor(any(urlEqualTo("/api/auth/sessions")).willReturn(noContent()));
        var phone = sessionOf(alice);
        var laptop = sessionOf(alice, Duration.ofMillis(700));
        wallet(phone);

        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            browsers.submit(() -> wallet(laptop));
            Awaitility.await().untilAsserted(() -> AUTH.verify(2, exchanges()));
            send(phone, HttpMethod.DELETE, "/api/auth/sessions").expectStatus().isNoContent();
        }
        AUTH.verify(2, exchanges());

        wallet(laptop);
        AUTH.verify(3, exchanges());
    }

    @Test
    void isForgottenBeforeTheBrowserHears() {
        var phone = sessionOf(alice);
        wallet(phone);
        var exchange = MockServerWebExchange.from(
                MockServerHttpRequest.post("/api/auth/logout").cookie(new HttpCookie("tiktoken_session", phone)));

        // The answer goes out, and nobody knows yet whether it arrived.
        filter.filter(
                        exchange,
                        signedOut -> signedOut.getResponse().setComplete().then(Mono.never()))
                .subscribe();
        Awaitility.await().until(exchange.getResponse()::isCommitted);
        wallet(phone);

        AUTH.verify(2, exchanges());
    }

    private void wallet(String handle) {
        send(handle, HttpMethod.GET, "/api/wallet").expectStatus().isOk();
    }

    private ResponseSpec send(String handle, HttpMethod method, String path) {
        return browser.method(method)
                .uri(URI.create("http://localhost:" + port + path))
                .cookie("tiktoken_session", handle)
                .exchange();
    }

    private static RequestPatternBuilder exchanges() {
        return postRequestedFor(urlPathEqualTo("/internal/sessions/token"));
    }
}
