package io.tiktoken.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.fx.rate.RateFixtures;
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

/** The HTTP contract: who may call, what is answered, and what is refused. */
@ApiTest
class FxApiTests {

    private static final UUID BOB = UUID.randomUUID();

    @Autowired
    MockMvcTester http;

    @Autowired
    SettableClock clock;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    private FxApi fx;
    private Instant asOf;

    @BeforeEach
    void believeRates() {
        fx = new FxApi(http);
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        asOf = clock.instant().minusSeconds(60);
        writer.run(() -> {
            RateFixtures.forgetEverything(jdbc);
            RateFixtures.believe(jdbc, asOf, "USD", "0.80");
        });
    }

    @Test
    void showsTheRatesThatServe() {
        var answer = fx.rates(FxApi.alice());

        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"base": "SGD", "stale": false, "source": "open-er-api", "asOf": "%s",
                 "attribution": {"text": "Rates By Exchange Rate API", "url": "https://www.exchangerate-api.com"},
                 "rates": {"SGD": "1", "USD": "0.80", "JPY": "118.40"}}
                """.formatted(asOf));
    }

    @Test
    void marksThemStaleAndThenRefusesThem() {
        clock.set(asOf.plus(Duration.ofHours(26)));
        assertThat(fx.rates(aliceLater())).bodyJson().extractingPath("$.stale").isEqualTo(true);
        assertThat(fx.quote(aliceLater(), FxApi.FIFTY_DOLLARS)).hasStatus(201);

        clock.set(asOf.plus(Duration.ofHours(48)));
        FxApi.assertProblem(fx.rates(aliceLater()), 503, "rates_unavailable");
        FxApi.assertProblem(fx.quote(aliceLater(), FxApi.FIFTY_DOLLARS), 503, "rates_unavailable");
        assertThat(fx.rates(aliceLater())).hasHeader(HttpHeaders.RETRY_AFTER, "3600");
    }

    @Test
    void quotesInTikTokens() {
        var answer = fx.quote(FxApi.alice(), FxApi.FIFTY_DOLLARS);

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
        assertThat(fx.quote(FxApi.alice(), body)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesWhatHasNoRateOrIsWorthNothingOrTooMuch() {
        FxApi.assertProblem(fx.quote(FxApi.alice(), money(100, "TTK")), 422, "unknown_currency");
        FxApi.assertProblem(fx.quote(FxApi.alice(), money(100, "ZZQ")), 422, "unknown_currency");
        FxApi.assertProblem(fx.quote(FxApi.alice(), money(1, "JPY")), 422, "amount_too_small");
        FxApi.assertProblem(fx.quote(FxApi.alice(), money(Long.MAX_VALUE, "USD")), 422, "amount_too_large");
    }

    @Test
    void opensOnlyToThoseWhoMay() {
        var topUp = FxApi.redemption(UUID.randomUUID(), UUID.randomUUID());
        var quote = UUID.randomUUID().toString();
        var admin = TestTokens.person(BOB, "bob", "ADMIN");
        var otherScope = TestTokens.service("wallet-service", "fx-service", "funds:reserve");
        var otherService = TestTokens.service("wallet-service", "wallet-service", "quotes:redeem");

        assertThat(http.get().uri("/api/fx/rates")).hasStatus(401);
        assertThat(http.post().uri("/api/fx/quotes")).hasStatus(401);
        assertThat(http.put().uri("/internal/quotes/{id}/redemption", quote)).hasStatus(401);
        assertThat(http.delete().uri("/internal/quotes/{id}/redemption", quote)).hasStatus(401);
        FxApi.assertProblem(fx.rates(admin), 403, "forbidden");
        FxApi.assertProblem(fx.quote(admin, FxApi.FIFTY_DOLLARS), 403, "forbidden");
        FxApi.assertProblem(fx.rates(FxApi.wallet()), 401, "unauthenticated");
        FxApi.assertProblem(fx.redeem(quote, FxApi.alice(), topUp), 401, "unauthenticated");
        FxApi.assertProblem(fx.redeem(quote, otherService, topUp), 401, "unauthenticated");
        FxApi.assertProblem(fx.redeem(quote, otherScope, topUp), 403, "forbidden");
    }

    private static String money(long amount, String currency) {
        return "{\"from\":{\"amount\":%d,\"currency\":\"%s\"}}".formatted(amount, currency);
    }

    /** Still valid when a test has moved the clock by days. */
    private String aliceLater() {
        return TestTokens.signed(claims -> claims.audience("tiktoken-api")
                .subject(FxApi.ALICE.toString())
                .claim("preferred_username", "alice")
                .claim("name", "alice")
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of("CUSTOMER"))
                .expirationTime(Date.from(clock.instant().plusSeconds(300))));
    }
}
