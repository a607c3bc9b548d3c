package io.tiktoken.fx;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.fx.rate.RateFixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The HTTP contract: who may call, what is answered, and what is refused. */
@FxService
class FxApiTests {

    private static final UUID ALICE = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final String FIFTY_DOLLARS = "{\"from\":{\"amount\":5000,\"currency\":\"USD\"}}";

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    private Instant asOf;

    @BeforeEach
    void believeRates() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        asOf = clock.instant().minusSeconds(60);
        writer.run(() -> {
            RateFixtures.forgetEverything(jdbc);
            RateFixtures.believe(jdbc, asOf, "USD", "0.80");
        });
    }

    @Test
    void showsTheRatesThatServe() {
        var answer = rates(alice());

        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"base": "SGD", "stale": false, "source": "open-er-api", "asOf": "%s",
                 "attribution": {"text": "Rates By Exchange Rate API", "url": "https://www.exchangerate-api.com"},
                 "rates": {"SGD": "1", "USD": "0.80", "JPY": "118.40"}}
                """.formatted(asOf));
    }

    @Test
    void marksThemStaleAndThenRefusesThem() {
        believeTableOf(asOf.plusSeconds(1));
        clock.set(asOf.plusSeconds(1).plus(Duration.ofHours(26)));
        assertThat(rates(aliceLater())).bodyJson().extractingPath("$.stale").isEqualTo(true);
        assertThat(quote(aliceLater(), FIFTY_DOLLARS)).hasStatus(201);

        clock.set(asOf.plusSeconds(1).plus(Duration.ofHours(48)));
        assertProblem(rates(aliceLater()), 503, "rates_unavailable");
        assertProblem(quote(aliceLater(), FIFTY_DOLLARS), 503, "rates_unavailable");
        assertThat(rates(aliceLater())).hasHeader(HttpHeaders.RETRY_AFTER, "3600");
    }

    @Test
    void quotesInTikTokens() {
        var answer = quote(alice(), FIFTY_DOLLARS);

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"from": {"amount": 5000, "currency": "USD"}, "to": {"amount": 6250, "currency": "TTK"},
                 "rate": "0.80", "fee": {"amount": 0, "currency": "TTK"}, "expiresAt": "%s"}
                """.formatted(
                        clock.instant().plus(Duration.ofMinutes(5))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "{\"from\":null}",
                "{\"from\":{\"amount\":0,\"currency\":\"USD\"}}",
                "{\"from\":{\"amount\":-5000,\"currency\":\"USD\"}}",
                "{\"from\":{\"amount\":50.5,\"currency\":\"USD\"}}",
                "{\"from\":{\"amount\":\"5000\",\"currency\":\"USD\"}}",
                "{\"from\":{\"amount\":9223372036854775808,\"currency\":\"USD\"}}",
                "{\"from\":{\"amount\":5000}}",
                "{\"from\":{\"amount\":5000,\"currency\":null}}",
                "{\"from\":{\"amount\":5000,\"currency\":\"usd\"}}",
                "{\"from\":{\"amount\":5000,\"currency\":\"DOLLAR\"}}",
                "{\"from\":{\"amount\":5000,\"currency\":\"USD\"},\"rate\":\"0.0001\"}",
                "{\"from\":{\"amount\":5000,\"currency\":\"USD\"},\"customerId\":\"00000000-0000-7000-8000-000000000001\"}"
            })
    void refusesMalformedRequestsForQuotes(String body) {
        assertThat(quote(alice(), body)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesWhatHasNoRateOrIsWorthNothingOrTooMuch() {
        assertProblem(quote(alice(), money(100, "TTK")), 422, "unknown_currency");
        assertProblem(quote(alice(), money(100, "ZZQ")), 422, "unknown_currency");
        assertProblem(quote(alice(), money(1, "JPY")), 422, "amount_too_small");
        assertProblem(quote(alice(), money(Long.MAX_VALUE, "USD")), 422, "amount_too_large");
    }

    @Test
    void redeemsAQuoteOnceForTheSameTopUp() {
        var quote = givenQuote();
        var topUp = UUID.randomUUID();

        var first = redeem(quote, topUp, ALICE);

        assertThat(first).hasStatus(200);
        assertThat(first).bodyJson().isStrictlyEqualTo("""
                {"id": "%s", "customerId": "%s", "from": {"amount": 5000, "currency": "USD"},
                 "to": {"amount": 6250, "currency": "TTK"}, "fee": {"amount": 0, "currency": "TTK"},
                 "rate": "0.80", "expiresAt": "%s"}
                """.formatted(
                        quote, ALICE, clock.instant().plus(Duration.ofMinutes(5))));
        assertThat(redeem(quote, topUp, ALICE)).hasStatus(200).bodyJson().isStrictlyEqualTo(bodyOf(first));
        assertProblem(redeem(quote, UUID.randomUUID(), ALICE), 409, "quote_redeemed");
        assertProblem(redeem(quote, topUp, BOB), 404, "quote_not_found");
        assertProblem(redeem(UUID.randomUUID().toString(), topUp, ALICE), 404, "quote_not_found");
    }

    @Test
    void refusesAnExpiredQuote() {
        var quote = givenQuote();
        clock.advance(Duration.ofMinutes(5));

        assertProblem(redeem(quote, UUID.randomUUID(), ALICE), 410, "quote_expired");
    }

    @Test
    void refusesMalformedRedemptions() {
        assertThat(redeem("not-an-id", UUID.randomUUID(), ALICE)).hasStatus(400);
        assertThat(redeem(givenQuote(), wallet(), "{}")).hasStatus(400);
        assertThat(redeem(givenQuote(), wallet(), "{\"topUpId\":\"x\",\"customerId\":\"y\"}"))
                .hasStatus(400);
        assertThat(redeem(givenQuote(), wallet(), "{\"topUpId\":\"%s\"}".formatted(UUID.randomUUID())))
                .hasStatus(400);
    }

    @Test
    void opensOnlyToThoseWhoMay() {
        var topUp = "{\"topUpId\":\"%1$s\",\"customerId\":\"%1$s\"}".formatted(UUID.randomUUID());
        var quote = UUID.randomUUID().toString();
        var admin = TestTokens.person(BOB, "bob", "ADMIN");
        var otherScope = TestTokens.service("wallet-service", "fx-service", "funds:reserve");
        var otherService = TestTokens.service("wallet-service", "wallet-service", "quotes:redeem");

        assertThat(http.get().uri("/api/fx/rates")).hasStatus(401);
        assertThat(http.post().uri("/api/fx/quotes")).hasStatus(401);
        assertThat(http.put().uri("/internal/quotes/{id}/redemption", quote)).hasStatus(401);
        assertProblem(rates(admin), 403, "forbidden");
        assertProblem(quote(admin, FIFTY_DOLLARS), 403, "forbidden");
        assertProblem(rates(wallet()), 401, "unauthenticated");
        assertProblem(redeem(quote, alice(), topUp), 401, "unauthenticated");
        assertProblem(redeem(quote, otherService, topUp), 401, "unauthenticated");
        assertProblem(redeem(quote, otherScope, topUp), 403, "forbidden");
    }

    private void believeTableOf(Instant time) {
        writer.run(() -> RateFixtures.believe(jdbc, time, "USD", "0.80"));
    }

    private String givenQuote() {
        return JsonPath.read(bodyOf(quote(alice(), FIFTY_DOLLARS)), "$.id");
    }

    private MvcTestResult rates(String token) {
        return http.get()
                .uri("/api/fx/rates")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private MvcTestResult quote(String token, String body) {
        return http.post()
                .uri("/api/fx/quotes")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult redeem(String quote, UUID topUp, UUID customer) {
        return redeem(quote, wallet(), "{\"topUpId\":\"%s\",\"customerId\":\"%s\"}".formatted(topUp, customer));
    }

    private MvcTestResult redeem(String quote, String token, String body) {
        return http.put()
                .uri("/internal/quotes/{id}/redemption", quote)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String money(long amount, String currency) {
        return "{\"from\":{\"amount\":%d,\"currency\":\"%s\"}}".formatted(amount, currency);
    }

    private static String alice() {
        return TestTokens.person(ALICE, "alice");
    }

    /** Still valid when a test has moved the clock by days. */
    private String aliceLater() {
        return TestTokens.signed(claims -> claims.audience("tiktoken-api")
                .subject(ALICE.toString())
                .claim("preferred_username", "alice")
                .claim("name", "alice")
                .claim("roles", List.of("CUSTOMER"))
                .expirationTime(Date.from(clock.instant().plusSeconds(300))));
    }

    private static String wallet() {
        return TestTokens.service("wallet-service", "fx-service", "quotes:redeem");
    }

    private static String bodyOf(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
