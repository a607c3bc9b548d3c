package io.tiktoken.fx.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.quote.MakeQuote.Outcome.Quoted;
import io.tiktoken.fx.quote.RedeemQuote.Outcome;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.Expired;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.ForAnotherAmount;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.NotFound;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.Redeemed;
import io.tiktoken.fx.quote.RedeemQuote.Outcome.RedeemedByAnother;
import io.tiktoken.fx.rate.RateFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class RedeemQuoteTests {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final CustomerId alice = new CustomerId(UUID.randomUUID());
    private final CustomerId bob = new CustomerId(UUID.randomUUID());
    private final TopUpId topUp = new TopUpId(UUID.randomUUID());

    @Autowired
    MakeQuote makeQuote;

    @Autowired
    RedeemQuote redeemQuote;

    @Autowired
    PurgeQuotes purgeQuotes;

    @Autowired
    Quotes quotes;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Instant noon;
    private Quote quote;

    @BeforeEach
    void quoteAHundredDollarsForAlice() {
        clock.advance(Duration.ofDays(500)); // Long after whatever a test before this one did.
        noon = clock.instant();
        writer.run(() -> {
            RateFixtures.forgetEverything(jdbc);
            RateFixtures.believe(jdbc, noon, "USD", "0.8");
        });
        quote = ((Quoted) makeQuote.quote(new MakeQuote.Request(alice, 10_000, "USD"))).quote();
    }

    @Test
    void isHonouredAlthoughTheRateMoved() {
        writer.run(() -> RateFixtures.believe(jdbc, noon.plusSeconds(1), "USD", "1.0"));

        var redeemed = (Redeemed) redeem(topUp);

        assertThat(redeemed.quote().to()).isEqualTo(Money.of("125.00", "TTK")).isEqualTo(quote.to());
        assertThat(redeemed.quote().rate()).isEqualTo(quote.rate());
    }

    @ParameterizedTest(name = "after {0} it is {1}")
    @CsvSource({"PT0S, Redeemed", "PT4M59.999S, Redeemed", "PT5M, Expired", "PT1000H, Expired"})
    void canBeUsedForFiveMinutes(Duration later, String answer) {
        clock.advance(later);

        assertThat(redeem(topUp).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void theSameTopUpGetsTheSameAnswerForEver() {
        var first = redeem(topUp);
        clock.advance(FIVE_MINUTES);

        assertThat(first).isInstanceOf(Redeemed.class);
        assertThat(redeem(topUp)).isEqualTo(first);
        clock.advance(Duration.ofDays(400));
        assertThat(redeem(topUp)).isEqualTo(first);
    }

    @Test
    void anotherTopUpIsRefusedBeforeAndAfterItsTime() {
        redeem(topUp);

        assertThat(redeem(new TopUpId(UUID.randomUUID()))).isEqualTo(new RedeemedByAnother());
        clock.advance(FIVE_MINUTES);
        assertThat(redeem(new TopUpId(UUID.randomUUID()))).isEqualTo(new RedeemedByAnother());
    }

    @Test
    void anothersQuoteDoesNotExistWhateverItsState() {
        assertThat(redeem(topUp, bob)).isEqualTo(new NotFound());
        assertThat(quotes.find(quote.id())).get().extracting(Quote::redeemedBy).isNull();

        redeem(topUp);
        assertThat(redeem(topUp, bob)).isEqualTo(new NotFound());
        clock.advance(FIVE_MINUTES);
        assertThat(redeem(new TopUpId(UUID.randomUUID()), bob)).isEqualTo(new NotFound());
    }

    @Test
    void aQuoteThatWasNeverGivenDoesNotExist() {
        var unknown = new QuoteId(UUID.randomUUID());

        assertThat(redeemQuote.redeem(new RedeemQuote.Request(unknown, topUp, alice, quote.from())))
                .isEqualTo(new NotFound());
    }

    @Test
    void aRefusalForBeingLateChangesNothing() {
        clock.advance(FIVE_MINUTES);
        assertThat(redeem(topUp)).isEqualTo(new Expired());

        assertThat(quotes.find(quote.id())).contains(quote);
    }

    @ParameterizedTest
    @CsvSource({"10001, USD", "9999, USD", "10000, JPY"})
    void aQuoteForAnotherAmountIsRefusedAndStaysAsItIs(long amount, String currency) {
        var other = new Money(amount, Currency.of(currency));

        assertThat(redeemQuote.redeem(new RedeemQuote.Request(quote.id(), topUp, alice, other)))
                .isEqualTo(new ForAnotherAmount());

        assertThat(quotes.find(quote.id())).contains(quote);
    }

    @Test
    void unusedQuotesAreForgottenAfterAWeekAndUsedOnesAreKept() {
        var used = ((Quoted) makeQuote.quote(new MakeQuote.Request(alice, 5_000, "USD"))).quote();
        redeemQuote.redeem(new RedeemQuote.Request(used.id(), topUp, alice, used.from()));

        clock.advance(FIVE_MINUTES.plusDays(7));
        assertThat(purgeQuotes.purge()).isZero();
        assertThat(redeem(new TopUpId(UUID.randomUUID()))).isEqualTo(new Expired());

        clock.advance(Duration.ofMillis(1));
        assertThat(purgeQuotes.purge()).isEqualTo(1);
        assertThat(quotes.find(quote.id())).isEmpty();
        assertThat(quotes.find(used.id())).isPresent();
    }

    @Test
    void aClockThatIsSetForwardForgetsNoQuote() {
        clock.leap(Duration.ofDays(400));
        assertThat(purgeQuotes.purge()).isZero();
        clock.leap(Duration.ofDays(-400));

        assertThat(redeem(topUp)).isInstanceOf(Redeemed.class);
    }

    private Outcome redeem(TopUpId by) {
        return redeem(by, alice);
    }

    private Outcome redeem(TopUpId by, CustomerId customer) {
        return redeemQuote.redeem(new RedeemQuote.Request(quote.id(), by, customer, quote.from()));
    }
}
