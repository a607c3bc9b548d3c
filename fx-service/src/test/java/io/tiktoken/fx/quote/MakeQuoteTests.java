package io.tiktoken.fx.quote;

import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.quote.MakeQuote.Outcome;
import io.tiktoken.fx.quote.MakeQuote.Outcome.Quoted;
import io.tiktoken.fx.quote.MakeQuote.Outcome.RatesUnavailable;
import io.tiktoken.fx.rate.RateFixtures;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@VerbTest
@TestPropertySource(properties = "tiktoken.fx.quote.fee-basis-points=50")
class MakeQuoteTests {

    private static final CustomerId ALICE = new CustomerId(UUID.randomUUID());

    @Autowired
    MakeQuote makeQuote;

    @Autowired
    Quotes quotes;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void believeTheRatesOfNoon() {
        clock.set(NOON);
        writer.run(() -> RateFixtures.believe(jdbc, NOON, "USD", "0.8"));
    }

    @Test
    void fixesAmountRateAndFeeForFiveMinutes() {
        var quote = quoted(10_000, "USD");

        assertThat(quote.from()).isEqualTo(Money.of("100.00", "USD"));
        assertThat(quote.to()).isEqualTo(Money.of("124.37", "TTK"));
        assertThat(quote.fee()).isEqualTo(Money.of("0.63", "TTK"));
        assertThat(quote.rate().perBase()).isEqualByComparingTo("0.8");
        assertThat(quote.customer()).isEqualTo(ALICE);
        assertThat(quote.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(quotes.find(quote.id())).contains(quote);
    }

    @Test
    void ourOwnDollarIsNotExchangedAndCostsNothing() {
        var quote = quoted(1_234, "SGD");

        assertThat(quote.to()).isEqualTo(Money.of("12.34", "TTK"));
        assertThat(quote.fee()).isEqualTo(Money.of("0.00", "TTK"));
    }

    @ParameterizedTest(name = "there is no rate for {0}")
    @ValueSource(strings = {"TTK", "ZZQ", "XAU", "usd", "", "ISK"})
    void refusesCurrenciesWithoutARate(String currency) {
        assertThat(ask(100, currency)).isEqualTo(new Outcome.UnknownCurrency());
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "1, JPY, TooSmall",
        "2, JPY, Quoted",
        "1600000, USD, Quoted",
        "1600001, USD, TooLarge",
        "9223372036854775807, KWD, TooLarge"
    })
    void refusesWhatIsWorthNothingOrTooMuch(long amount, String currency, String answer) {
        assertThat(ask(amount, currency).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void anAmountThatIsNoneCannotEvenBeAsked() {
        assertThatThrownBy(() -> new MakeQuote.Request(ALICE, 0, "USD")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MakeQuote.Request(ALICE, -1, "USD")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesNoQuoteAtRatesThatAreTooOld() {
        clock.advance(Duration.ofDays(30));

        assertThat(ask(100, "USD")).isInstanceOf(RatesUnavailable.class);
    }

    private Quote quoted(long amount, String currency) {
        return ((Quoted) ask(amount, currency)).quote();
    }

    private Outcome ask(long amount, String currency) {
        return makeQuote.quote(new MakeQuote.Request(ALICE, amount, currency));
    }
}
