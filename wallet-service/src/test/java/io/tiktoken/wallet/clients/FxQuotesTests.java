package io.tiktoken.wallet.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.topup.Failure.Reason;
import io.tiktoken.wallet.topup.Quote;
import io.tiktoken.wallet.topup.QuoteId;
import io.tiktoken.wallet.topup.Quotes.Answer;
import io.tiktoken.wallet.topup.Quotes.Return;
import io.tiktoken.wallet.topup.TopUpId;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What goes over the wire to fx-service, and what is made of its answers. */
@SpringBootTest(
        properties = {
            "tiktoken.database.file=target/test-databases/${random.uuid}.db",
            "tiktoken.neighbours.fx.breaker.calls=5"
        })
@Import(FakeTokens.class)
class FxQuotesTests {

    private static final Money YEN = Money.of("1000", "JPY");

    @RegisterExtension
    static final WireMockExtension FX = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @DynamicPropertySource
    static void fxIsHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.fx.url", FX::baseUrl);
    }

    @Autowired
    FxGateway quotes;

    @Autowired
    CircuitBreakerRegistry breakers;

    private final UUID quote = UUID.randomUUID();
    private final UUID topUp = UUID.randomUUID();
    private final UUID alice = UUID.randomUUID();

    @BeforeEach
    void theBreakerIsClosed() {
        breakers.circuitBreaker("fx").reset();
    }

    @Test
    void redeemsWithItsTokenAndReadsThePromise() {
        fxAnswers(okJson("""
                {"id": "%s", "customerId": "%s", "from": {"amount": 1000, "currency": "JPY"},
                 "to": {"amount": 857, "currency": "TTK"}, "fee": {"amount": 8, "currency": "TTK"},
                 "rate": "115.5", "expiresAt": "2026-11-22T12:00:00Z", "somethingNew": true}
                """.formatted(quote, alice)));

        assertThat(quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN))
                .isEqualTo(new Answer.Redeemed(
                        new Quote(Money.of("1000", "JPY"), ttk("8.57"), ttk("0.08"), new BigDecimal("115.5"))));

        FX.verify(putRequestedFor(urlEqualTo("/internal/quotes/%s/redemption".formatted(quote)))
                .withHeader("Authorization", equalTo("Bearer a-token-for-fx"))
                .withRequestBody(equalToJson("""
                        {"topUpId": "%s", "customerId": "%s", "from": {"amount": 1000, "currency": "JPY"}}
                        """.formatted(topUp, alice))));
    }

    @ParameterizedTest
    @CsvSource({
        "404, quote_not_found, QUOTE_NOT_FOUND",
        "409, quote_redeemed, QUOTE_REDEEMED",
        "409, quote_given_back, QUOTE_REDEEMED",
        "422, quote_mismatch, QUOTE_MISMATCH",
        "410, quote_expired, QUOTE_EXPIRED"
    })
    void aListedStatusAndCodeIsADefiniteNoAndLeavesTheBreakerClosed(int status, String code, Reason reason) {
        fxAnswers(problem(status, code));

        for (var i = 0; i < 20; i++) {
            assertThat(quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN))
                    .isEqualTo(new Answer.Refused(reason));
        }
        assertThat(breakers.circuitBreaker("fx").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "404, not_found",
        "409, something_else",
        "400, malformed_request",
        "401, unauthenticated",
        "403, forbidden",
        "429, too_many_requests",
        "500, internal_error",
        "503, temporarily_unavailable"
    })
    void anythingElseIsNoAnswer(int status, String code) {
        fxAnswers(problem(status, code).withHeader("Retry-After", "1"));

        assertThat(quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN))
                .isEqualTo(new Answer.NoAnswer());
        FX.verify(1, putRequestedFor(urlEqualTo("/internal/quotes/%s/redemption".formatted(quote))));
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenConnectionIsNoAnswer(Fault fault) {
        fxAnswers(aResponse().withFault(fault));

        assertThat(quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN))
                .isEqualTo(new Answer.NoAnswer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"null", "[]", "{}", "<html>", "{\"from\": 1}"})
    void nonsenseIsNoAnswer(String body) {
        fxAnswers(okJson(body));

        assertThat(quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN))
                .isEqualTo(new Answer.NoAnswer());
    }

    @Test
    void slownessIsNoAnswerAfterTwoSeconds() {
        fxAnswers(okJson("{}").withFixedDelay(4_000));
        var began = System.nanoTime();

        assertThat(quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN))
                .isEqualTo(new Answer.NoAnswer());
        assertThat(System.nanoTime() - began).isBetween(1_900_000_000L, 3_500_000_000L);
    }

    @Test
    void whoKeepsSilentIsLeftAloneForAWhile() {
        fxAnswers(problem(500, "internal_error"));
        for (var i = 0; i < 5; i++) {
            quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN);
        }

        assertThat(quotes.redeem(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice), YEN))
                .isEqualTo(new Answer.NoAnswer());

        FX.verify(5, putRequestedFor(urlEqualTo("/internal/quotes/%s/redemption".formatted(quote))));
    }

    @ParameterizedTest
    @CsvSource({"204,", "404, quote_not_found", "409, quote_redeemed"})
    void aQuoteIsGivenBackOnceFxServiceHasSaidSo(int status, String code) {
        fxTakesBack(code == null ? aResponse().withStatus(status) : problem(status, code));

        assertThat(quotes.giveBack(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice)))
                .isEqualTo(Return.DONE);

        FX.verify(deleteRequestedFor(urlPathEqualTo("/internal/quotes/%s/redemption".formatted(quote)))
                .withHeader("Authorization", equalTo("Bearer a-token-for-fx"))
                .withQueryParam("topUpId", equalTo(topUp.toString()))
                .withQueryParam("customerId", equalTo(alice.toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "400, malformed_request",
        "401, unauthenticated",
        "403, forbidden",
        "404, not_found",
        "429, too_many_requests",
        "500, internal_error",
        "503, temporarily_unavailable"
    })
    void anyOtherAnswerLeavesTheQuoteToBeGivenBack(int status, String code) {
        fxTakesBack(problem(status, code).withHeader("Retry-After", "1"));

        assertThat(quotes.giveBack(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice)))
                .isEqualTo(Return.NO_ANSWER);
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenConnectionLeavesTheQuoteToBeGivenBack(Fault fault) {
        fxTakesBack(aResponse().withFault(fault));

        assertThat(quotes.giveBack(new QuoteId(quote), new TopUpId(topUp), new OwnerId(alice)))
                .isEqualTo(Return.NO_ANSWER);
    }

    private void fxTakesBack(ResponseDefinitionBuilder answer) {
        FX.stubFor(delete(urlPathEqualTo("/internal/quotes/%s/redemption".formatted(quote)))
                .willReturn(answer));
    }

    private void fxAnswers(ResponseDefinitionBuilder answer) {
        FX.stubFor(put(urlEqualTo("/internal/quotes/%s/redemption".formatted(quote)))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder problem(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"status\": %d, \"code\": \"%s\"}".formatted(status, code));
    }
}
