package io.tiktoken.fx;

import static io.tiktoken.fx.FxApi.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.rate.RateFixtures;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the wallet is answered. */
@ApiTest
class RedemptionApiTests {

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

    @BeforeEach
    void believeRates() {
        fx = new FxApi(http);
        writer.run(() -> {
            RateFixtures.forgetEverything(jdbc);
            RateFixtures.believe(jdbc, clock.instant(), "USD", "0.80");
        });
    }

    @Test
    void redeemsAQuoteOnceForTheSameTopUp() {
        var quote = fx.givenQuote();
        var topUp = UUID.randomUUID();

        var first = fx.redeem(quote, topUp, ALICE);

        assertThat(first).hasStatus(200);
        assertThat(first).bodyJson().isStrictlyEqualTo("""
                {"id": "%s", "customerId": "%s", "from": {"amount": 5000, "currency": "USD"},
                 "to": {"amount": 6250, "currency": "TTK"}, "fee": {"amount": 0, "currency": "TTK"},
                 "rate": "0.80", "expiresAt": "%s"}
                """.formatted(
                        quote, ALICE, clock.instant().plus(Duration.ofMinutes(5))));
        assertThat(fx.redeem(quote, topUp, ALICE)).hasStatus(200).bodyJson().isStrictlyEqualTo(FxApi.bodyOf(first));
        FxApi.assertProblem(fx.redeem(quote, UUID.randomUUID(), ALICE), 409, "quote_redeemed");
        FxApi.assertProblem(fx.redeem(quote, topUp, BOB), 404, "quote_not_found");
        FxApi.assertProblem(fx.redeem(UUID.randomUUID().toString(), topUp, ALICE), 404, "quote_not_found");
    }

    @Test
    void refusesAnExpiredQuote() {
        var quote = fx.givenQuote();
        clock.advance(Duration.ofMinutes(5));

        FxApi.assertProblem(fx.redeem(quote, UUID.randomUUID(), ALICE), 410, "quote_expired");
    }

    @Test
    void aQuoteForAnotherAmountIsRefusedAndStaysFree() {
        var quote = fx.givenQuote();
        var topUp = UUID.randomUUID();
        var body = FxApi.redemption(topUp, ALICE);

        FxApi.assertProblem(fx.redeem(quote, FxApi.wallet(), body.replace("5000", "5001")), 422, "quote_mismatch");
        FxApi.assertProblem(fx.redeem(quote, FxApi.wallet(), body.replace("USD", "JPY")), 422, "quote_mismatch");
        assertThat(fx.redeem(quote, UUID.randomUUID(), ALICE)).hasStatus(200);
    }

    @Test
    void whatIsGivenBackIsForAnother() {
        var quote = fx.givenQuote();
        var topUp = UUID.randomUUID();
        fx.redeem(quote, topUp, ALICE);

        FxApi.assertProblem(fx.giveBack(quote, UUID.randomUUID(), ALICE), 409, "quote_redeemed");
        FxApi.assertProblem(fx.giveBack(quote, topUp, BOB), 404, "quote_not_found");
        FxApi.assertProblem(fx.giveBack(UUID.randomUUID().toString(), topUp, ALICE), 404, "quote_not_found");
        assertThat(fx.giveBack(quote, topUp, ALICE)).hasStatus(204);
        assertThat(fx.giveBack(quote, topUp, ALICE)).hasStatus(204);
        FxApi.assertProblem(fx.redeem(quote, topUp, ALICE), 409, "quote_given_back");
        assertThat(fx.redeem(quote, UUID.randomUUID(), ALICE)).hasStatus(200);
    }

    @Test
    void refusesMalformedRedemptions() {
        var right = FxApi.redemption(UUID.randomUUID(), ALICE);

        assertThat(fx.redeem("not-an-id", UUID.randomUUID(), ALICE)).hasStatus(400);
        assertThat(fx.redeem(fx.givenQuote(), FxApi.wallet(), "{}")).hasStatus(400);
        assertThat(fx.redeem(fx.givenQuote(), FxApi.wallet(), right.replace("topUpId\": \"", "topUpId\": \"x")))
                .hasStatus(400);
        for (var field : new String[] {"topUpId", "customerId", "from"}) {
            assertThat(fx.redeem(fx.givenQuote(), FxApi.wallet(), right.replace(field, "somethingElse")))
                    .hasStatus(400);
            assertThat(fx.redeem(fx.givenQuote(), FxApi.wallet(), without(right, field)))
                    .hasStatus(400);
        }
    }

    private static String without(String body, String field) {
        return body.replaceAll("\"%s\": (\\{.*?}|\"[^\"]*\")".formatted(field), "\"%s\": null".formatted(field));
    }
}
