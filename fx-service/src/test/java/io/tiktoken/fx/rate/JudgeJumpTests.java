package io.tiktoken.fx.rate;

import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static io.tiktoken.fx.rate.RateFixtures.SETTINGS;
import static io.tiktoken.fx.rate.RateFixtures.offer;
import static io.tiktoken.fx.rate.RateFixtures.offerWith;
import static io.tiktoken.fx.rate.RateFixtures.table;
import static io.tiktoken.fx.rate.RateFixtures.usualRates;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.rate.JudgeOffer.Verdict;
import io.tiktoken.fx.rate.JudgeOffer.Verdict.Believed;
import io.tiktoken.fx.rate.JudgeOffer.Verdict.Refused;
import io.tiktoken.fx.rate.JudgeOffer.Verdict.Unconfirmed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which jumps are believed, and after what. The table that we have is from midnight, it is noon now. */
class JudgeJumpTests {

    private static final Instant MIDNIGHT = NOON.minus(Duration.ofHours(12));
    private static final Instant LATER = NOON.minus(Duration.ofHours(1));

    private final SettableClock clock = new SettableClock(NOON);
    private final JudgeOffer judgeOffer = new JudgeOffer(new Plausibility(SETTINGS, clock), SETTINGS, clock);

    @ParameterizedTest(name = "THB, 25.20 until now, at {0}: {1}")
    @CsvSource({
        "31.50, Believed",
        "31.51, Unconfirmed",
        "20.16, Believed",
        "20.15, Unconfirmed",
        "252.0, Unconfirmed",
        "252.1, Refused",
        "2.519, Refused",
        "0.0397, Refused"
    })
    void wantsJumpsConfirmedAndNeverBelievesAbsurdOnes(String rate, String verdict) {
        assertThat(judge(offerWith(LATER, "THB", rate)).getClass().getSimpleName())
                .isEqualTo(verdict);
    }

    @Test
    void believesAJumpThatASecondFetchTenMinutesLaterConfirms() {
        var devalued = offerWith(LATER, "TRY", "60");

        assertThat(judge(devalued)).isInstanceOf(Unconfirmed.class);
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(judge(devalued)).isInstanceOf(Unconfirmed.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(judge(devalued)).isInstanceOf(Believed.class);
    }

    @Test
    void beginsAnewWhenTheSecondFetchSaysSomethingElse() {
        judge(offerWith(LATER, "TRY", "60"));
        clock.advance(Duration.ofMinutes(10));

        assertThat(judge(offerWith(LATER, "TRY", "90"))).isInstanceOf(Unconfirmed.class);
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(judge(offerWith(LATER, "TRY", "90"))).isInstanceOf(Unconfirmed.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(judge(offerWith(LATER, "TRY", "90"))).isInstanceOf(Believed.class);
    }

    @Test
    void aCurrencyThatIsGoneNeedsConfirmationToo() {
        var rates = usualRates();
        rates.remove("TRY");

        assertThat(judge(offer(LATER, rates))).isInstanceOf(Unconfirmed.class);
        clock.advance(Duration.ofMinutes(10));
        assertThat(judge(offer(LATER, rates))).isInstanceOf(Believed.class);
    }

    @Test
    void neverBelievesATableThatIsUpsideDownHoweverOftenItComes() {
        var inverted = usualRates();
        inverted.replaceAll((code, rate) -> new BigDecimal("1")
                .divide(new BigDecimal(rate), MathContext.DECIMAL64)
                .max(new BigDecimal("0.001"))
                .toPlainString());
        var justOne = offerWith(LATER, "USD", "1.2920");

        for (var fetch = 0; fetch < 50; fetch++) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(judge(offer(LATER, inverted))).isInstanceOf(Refused.class);
            assertThat(judge(justOne)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void neverBelievesThatAQuarterOfTheWorldDevaluedAtOnce() {
        var rates = usualRates();
        List.of("JPY", "CNY", "KRW", "INR", "IDR", "VND", "PKR", "TRY", "MXN", "HUF")
                .forEach(code -> triple(rates, code));
        assertThat(judge(offer(LATER, rates))).as("10 of 42").isInstanceOf(Unconfirmed.class);

        triple(rates, "PHP");
        assertThat(judge(offer(LATER, rates))).as("11 of 42").isInstanceOf(Refused.class);
    }

    private static void triple(Map<String, String> rates, String code) {
        rates.merge(
                code,
                "3",
                (rate, three) ->
                        new BigDecimal(rate).multiply(new BigDecimal(three)).toPlainString());
    }

    private Verdict judge(Offer offer) {
        return judgeOffer.judge(offer, Optional.of(table(MIDNIGHT)));
    }
}
