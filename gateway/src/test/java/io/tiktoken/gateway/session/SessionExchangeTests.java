package io.tiktoken.gateway.session;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.tiktoken.gateway.FrontDoorTest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ExtendWith(OutputCaptureExtension.class)
class SessionExchangeTests extends FrontDoorTest {

    private static final String ALICE = "0192f0c1-0000-7000-8000-00000000a11c";

    @Test
    void theServiceGetsATokenAndNeverTheCookie() {
        var handle = sessionOf(ALICE);

        wallet(handle).expectStatus().isOk();

        AUTH.verify(exchanges().withHeader("Authorization", equalTo("Bearer gateways-own")));
        WALLET.verify(getRequestedFor(urlEqualTo("/api/wallet"))
                .withHeader("Authorization", equalTo("Bearer " + tokenOf(ALICE)))
                .withoutHeader("Cookie"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/me",
                "/api/products",
                "/api/wallet",
                "/api/ledger/proof",
                "/api/fx/rates",
                "/api/cart",
                "/api/admin/users",
                "/api/admin/products",
                "/oauth2/jwks"
            })
    void noServiceEverSeesTheHandle(String path) {
        var handle = sessionOf(ALICE);

        browser.get()
                .uri(path)
                .header("Cookie", "other=1; tiktoken_session=" + handle + "; tiktoken_session=" + handle)
                .exchange()
                .expectStatus()
                .isOk();

        for (var service : List.of(AUTH, CATALOG, WALLET, ORDER, FX)) {
            assertThat(service.getAllServeEvents())
                    .filteredOn(event -> !event.getRequest().getUrl().equals("/internal/sessions/token"))
                    .noneMatch(event -> event.getRequest().containsHeader("Cookie"))
                    .noneMatch(
                            event -> event.getRequest().getHeaders().toString().contains(handle));
        }
    }

    @Test
    void twoHundredAtOnceAskOnce() throws Exception {
        var handle = sessionOf(ALICE, Duration.ofMillis(300));
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<ResponseSpec>>();

        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 200; number++) {
                answers.add(browsers.submit(() -> {
                    start.await();
                    return wallet(handle);
                }));
            }
            start.countDown();
        }

        for (var answer : answers) {
            answer.get().expectStatus().isOk();
        }
        AUTH.verify(1, exchanges());
    }

    @Test
    void aClientThatLeavesTakesTheAnswerFromNobody() throws Exception {
        var handle = sessionOf(ALICE, Duration.ofMillis(500));
        try (var impatient = new Socket("127.0.0.1", port)) {
            impatient
                    .getOutputStream()
                    .write(("GET /api/wallet HTTP/1.1\r\nHost: localhost\r\nCookie: tiktoken_session=" + handle
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            awaitExchanges(1);
        }

        wallet(handle).expectStatus().isOk();

        AUTH.verify(1, exchanges());
    }

    @Test
    void remembersASessionForTenSecondsAndNotLonger() {
        var handle = sessionOf(ALICE);
        wallet(handle);

        ticker.pass(Duration.ofMillis(9_999));
        wallet(handle);
        AUTH.verify(1, exchanges());

        ticker.pass(Duration.ofMillis(1));
        wallet(handle);
        AUTH.verify(2, exchanges());
    }

    @Test
    void logOutIsNoticedAtOnce() {
        AUTH.stubFor(post("/api/auth/logout").willReturn(noContent()));
        var handle = sessionOf(ALICE);
        wallet(handle);

        browser.post()
                .uri("/api/auth/logout")
                .cookie("tiktoken_session", handle)
                .exchange()
                .expectStatus()
                .isNoContent();
        wallet(handle);

        AUTH.verify(postRequestedFor(urlEqualTo("/api/auth/logout"))
                .withHeader("Authorization", equalTo("Bearer " + tokenOf(ALICE))));
        AUTH.verify(2, exchanges());
    }

    @Test
    void ownAuthorizationSpeaksForItself() {
        browser.get()
                .uri("/api/wallet")
                .cookie("tiktoken_session", sessionOf(ALICE))
                .header(HttpHeaders.AUTHORIZATION, "Bearer brought-along")
                .exchange()
                .expectStatus()
                .isOk();

        WALLET.verify(getRequestedFor(urlEqualTo("/api/wallet"))
                .withHeader("Authorization", equalTo("Bearer brought-along"))
                .withoutHeader("Cookie"));
        AUTH.verify(0, exchanges());
    }

    @Test
    void anUnknownSessionIsAStrangerAndAskedAboutAtMostOnceASecond() {
        WALLET.stubFor(any(anyUrl()).willReturn(unauthorized()));

        wallet("unheard-of-1").expectStatus().isUnauthorized();
        wallet("unheard-of-1").expectStatus().isUnauthorized();
        AUTH.verify(1, exchanges());

        ticker.pass(Duration.ofSeconds(1));
        wallet("unheard-of-1");
        AUTH.verify(2, exchanges());
        WALLET.verify(getRequestedFor(urlEqualTo("/api/wallet")).withoutHeader("Authorization"));
    }

    @Test
    void whatIsTooLongForAHandleIsNobodysSession() {
        WALLET.stubFor(any(anyUrl()).willReturn(unauthorized()));

        wallet("x".repeat(201)).expectStatus().isUnauthorized();

        AUTH.verify(0, exchanges());
        WALLET.verify(getRequestedFor(urlEqualTo("/api/wallet")).withoutHeader("Authorization"));
    }

    @Test
    void withoutAuthServiceNobodyIsTakenForAStrangerAndTheShopStaysOpen() {
        AUTH.stubFor(post(urlPathEqualTo("/internal/sessions/token"))
                .atPriority(1)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        wallet("any")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("service_unavailable");
        for (var path : new String[] {"/api/products", "/api/ledger/proof", "/", "/style/tokens.css"}) {
            browser.get()
                    .uri(path)
                    .cookie("tiktoken_session", "any")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }
        browser.get().uri("/api/wallet").exchange().expectStatus().isOk();
    }

    @Test
    void anOutageOfAuthServiceIsOneLineForEachRequest(CapturedOutput output) {
        AUTH.stubFor(post(urlPathEqualTo("/internal/sessions/token"))
                .atPriority(1)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        wallet("during-the-outage").expectStatus().isEqualTo(503);

        assertThat(output.getOut().lines())
                .filteredOn(line -> line.contains("auth-service did not say"))
                .hasSize(1);
        assertThat(output.getOut()).doesNotContain("\tat ", "during-the-outage");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 429, 500, 503})
    void aFailureIsNotRemembered(int status) {
        var handle = sessionOf(ALICE);
        var failing = AUTH.stubFor(post(urlPathEqualTo("/internal/sessions/token"))
                .atPriority(1)
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"code\":\"something_else\"}")));
        wallet(handle).expectStatus().isEqualTo(503);

        AUTH.removeStub(failing);

        wallet(handle).expectStatus().isOk();
    }

    @Test
    void waitsForAuthServiceNoLongerThanTwoSeconds() {
        var handle = sessionOf(ALICE, Duration.ofSeconds(8));
        var before = Instant.now();

        wallet(handle).expectStatus().isEqualTo(503);

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void aRefusedTokenOfOursIsReplacedOnce() {
        var handle = sessionOf(ALICE);
        AUTH.stubFor(post(urlPathEqualTo("/internal/sessions/token"))
                .atPriority(1)
                .inScenario("our token")
                .whenScenarioStateIs("Started")
                .willSetStateTo("replaced")
                .willReturn(unauthorized()));

        wallet(handle).expectStatus().isOk();

        AUTH.verify(postRequestedFor(urlPathEqualTo("/oauth2/token")));
        AUTH.verify(2, exchanges());
    }

    private ResponseSpec wallet(String handle) {
        return browser.get()
                .uri("/api/wallet")
                .cookie("tiktoken_session", handle)
                .exchange();
    }

    private static RequestPatternBuilder exchanges() {
        return postRequestedFor(urlPathEqualTo("/internal/sessions/token"));
    }

    private static void awaitExchanges(int count) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (AUTH.findAll(exchanges()).size() < count && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
    }
}
