package io.tiktoken.fx.rate;

import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static io.tiktoken.fx.rate.RateFixtures.SETTINGS;
import static io.tiktoken.fx.rate.RateFixtures.offer;
import static io.tiktoken.fx.rate.RateFixtures.offerWith;
import static io.tiktoken.fx.rate.RateFixtures.table;
import static io.tiktoken.fx.rate.RateFixtures.usualRates;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.rate.JudgeOffer.Verdict;
import io.tiktoken.fx.rate.JudgeOffer.Verdict.Believed;
import io.tiktoken.fx.rate.JudgeOffer.Verdict.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of what providers say. The table that we have is from midnight, it is noon now. */
class JudgeOfferTests {

    private static final Instant MIDNIGHT = NOON.minus(Duration.ofHours(12));
    private static final Instant LATER = NOON.minus(Duration.ofHours(1));

    private final SettableClock clock = new SettableClock(NOON);
    private final JudgeOffer judgeOffer = new JudgeOffer(new Plausibility(SETTINGS, clock), SETTINGS, clock);

    @Test
    void believesEverydayRates() {
        var verdict = judge(offer(LATER));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Believed.class,
                        believed -> assertThat(believed.table().asOf()).isEqualTo(LATER));
    }

    @ParameterizedTest(name = "refuses a table in which USD is {0}")
    @ValueSource(strings = {"0", "0.000", "-0.7740", "1e308", "1e-308", "1e999999999", "0.000999", "100000000.1"})
    void refusesImpossibleRates(String rate) {
        assertThat(judge(offerWith(LATER, "USD", rate))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest(name = "refuses it even for a code that we do not know: {0}")
    @ValueSource(strings = {"0", "-1", "1e308"})
    void refusesImpossibleRatesOfUnknownCurrencies(String rate) {
        assertThat(judge(offerWith(LATER, "ZZQ", rate))).isInstanceOf(Refused.class);
    }

    @Test
    void leavesOutCodesThatWeDoNotKnow() {
        var rates = usualRates();
        rates.put("ZZQ", "3");
        rates.put("TTK", "2");

        assertThat(judge(offer(LATER, rates)))
                .isInstanceOfSatisfying(
                        Believed.class,
                        believed -> assertThat(believed.table().rates().keySet())
                                .extracting(Currency::code)
                                .contains("USD")
                                .doesNotContain("ZZQ", "TTK"));
    }

    @Test
    void refusesATableWithTooFewCurrencies() {
        var rates = usualRates();
        while (rates.size() > 20) {
            removeOne(rates);
        }
        assertThat(judgeWithoutHistory(offer(LATER, rates))).isInstanceOf(Believed.class);

        removeOne(rates);
        assertThat(judgeWithoutHistory(offer(LATER, rates))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesATableInWhichOurOwnDollarIsNotOne() {
        assertThat(judge(offerWith(LATER, "SGD", "1.00"))).isInstanceOf(Believed.class);
        assertThat(judge(offerWith(NOON, "SGD", "1.01"))).isInstanceOf(Refused.class);

        var rates = usualRates();
        rates.remove("SGD");
        assertThat(judge(offer(NOON, rates))).isInstanceOf(Refused.class);
    }

    @Test
    void refusesATableWithAnotherBase() {
        var usual = offer(LATER);

        assertThat(judge(new Offer(usual.source(), "USD", usual.asOf(), usual.nextUpdate(), usual.rates())))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest(name = "a table from {0} from now is {1}")
    @CsvSource({
        "PT-48H, Refused",
        "PT-12H-1S, Refused",
        "PT-12H, Known",
        "PT-11H-59M-59S, Believed",
        "PT24H, Believed",
        "PT24H1S, Refused",
        "PT8760H, Refused"
    })
    void refusesYesterdaysAndTomorrows(Duration fromNow, String verdict) {
        assertThat(judge(offer(NOON.plus(fromNow))).getClass().getSimpleName()).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "without a table to compare with, one that is {0} old is {1}")
    @CsvSource({"PT47H59M59S, Believed", "PT48H, Refused"})
    void refusesWhatWouldBeTooOldToServe(Duration age, String verdict) {
        assertThat(judgeWithoutHistory(offer(NOON.minus(age))).getClass().getSimpleName())
                .isEqualTo(verdict);
    }

    @ParameterizedTest(name = "refuses a table that announces its next update for {0}")
    @ValueSource(strings = {"2026-11-20T10:59:59Z", "2027-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void refusesAnnouncementsThatMakeNoSense(Instant nextUpdate) {
        var usual = offer(LATER);

        assertThat(judge(new Offer(usual.source(), usual.base(), usual.asOf(), nextUpdate, usual.rates())))
                .isInstanceOf(Refused.class);
    }

    private static void removeOne(Map<String, String> rates) {
        rates.remove(rates.keySet().stream()
                .filter(code -> !code.equals("SGD"))
                .findAny()
                .orElseThrow());
    }

    private Verdict judge(Offer offer) {
        return judgeOffer.judge(offer, Optional.of(table(MIDNIGHT)));
    }

    private Verdict judgeWithoutHistory(Offer offer) {
        return judgeOffer.judge(offer, Optional.empty());
    }
}
