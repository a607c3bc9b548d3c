package io.tiktoken.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.tiktoken.gateway.FrontDoorTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"tiktoken.neighbours.answer-within=2s", "tiktoken.neighbours.most-at-once=10"})
class SilentServiceTests extends FrontDoorTest {

    @Test
    void waitsNoLongerThanTheRoutesTimeAndAdmitsThatItDoesNotKnow() {
        ORDER.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(10_000)));
        var before = Instant.now();

        browser.post()
                .uri("/api/orders/1/payment")
                .exchange()
                .expectStatus()
                .isEqualTo(504)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("no_answer")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains("may have been done"));

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void neitherRepeatsNorDeniesWhatGotLost(Fault fault) {
        WALLET.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));

        browser.post()
                .uri("/api/wallet/transfers")
                .bodyValue("{}")
                .exchange()
                .expectStatus()
                .isEqualTo(502)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("no_answer");

        WALLET.verify(1, postRequestedFor(urlEqualTo("/api/wallet/transfers")));
    }

    @Test
    void leavesASilentServiceAloneAndTheOthersInPeace() {
        WALLET.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        for (var call = 0; call < 10; call++) {
            browser.get().uri("/api/wallet").exchange().expectStatus().isEqualTo(502);
        }
        WALLET.resetRequests();

        browser.get()
                .uri("/api/wallet")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("service_unavailable");
        browser.get().uri("/api/cart").exchange().expectStatus().isOk();

        assertThat(WALLET.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesWhatABusyServiceCouldNotAnswerInTimeAnyway() throws Exception {
        // A quarter of the time that an answer may take, which a busy machine may add to it.
        WALLET.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(500)));
        var statuses = new ArrayList<Future<HttpStatusCode>>();

        try (var browsers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 20; number++) {
                statuses.add(browsers.submit(() -> browser.get()
                        .uri("/api/wallet")
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()));
            }
        }

        assertThat(statuses)
                .extracting(Future::resultNow)
                .containsOnly(HttpStatus.OK, HttpStatus.SERVICE_UNAVAILABLE)
                .filteredOn(HttpStatus.OK::equals)
                .hasSizeGreaterThanOrEqualTo(10);
        browser.get().uri("/api/wallet").exchange().expectStatus().isOk();
    }

    @Test
    void asksToTryAgainWhereNothingCanBeDoneTwice() {
        ORDER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        browser.get()
                .uri("/api/orders")
                .exchange()
                .expectStatus()
                .isEqualTo(502)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The answer got lost on the way. Please try again.");
    }

    @Test
    void takesAnErrorOfAServiceForAnAnswer() {
        var problem = "{\"status\":503,\"code\":\"temporarily_unavailable\"}";
        WALLET.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(503)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(problem)));

        for (var call = 0; call < 30; call++) {
            browser.get()
                    .uri("/api/wallet")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .json(problem);
        }
    }

    @Test
    void letsAStreamLiveLongerThanTheRoutesTime() {
        ORDER.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/event-stream")
                        .withBody("data: paid\n\n".repeat(8))
                        .withChunkedDribbleDelay(8, 4_000)));

        browser.get()
                .uri("/api/orders/1/events")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(events -> assertThat(events).containsSubsequence("paid", "paid", "paid"));
    }
}
