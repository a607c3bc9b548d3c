package io.tiktoken.fx.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.fx.rate.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTests {

    private static final List<Currency> WITH_0_2_AND_3_DECIMALS =
            List.of(Currency.of("JPY"), Currency.of("USD"), Currency.of("KWD"));

    @ParameterizedTest(name = "{0} {1} at {2} with {3} basis points: {4} and a fee of {5}")
    @CsvSource({
        "100.00, USD, 0.8, 0, 125.00, 0.00",
        "100.00, SGD, 1, 0, 100.00, 0.00",
        "1000000, JPY, 118.40, 0, 8445.94, 0.00",
        "1, JPY, 118.40, 0, 0.00, 0.00",
        "2, JPY, 118.40, 0, 0.01, 0.00",
        "1.000, KWD, 0.2368, 0, 4.22, 0.00",
        "100.00, USD, 0.8, 100, 123.75, 1.25",
        "0.01, USD, 0.8, 1, 0.01, 0.00",
        "0.80, USD, 0.8, 1, 0.99, 0.01",
        "33.33, USD, 0.7740, 250, 41.98, 1.08"
    })
    void convertsAsByHand(String amount, String currency, String rate, int basisPoints, String to, String fee) {
        var conversion = convert(Money.of(amount, currency), rate, basisPoints);

        assertThat(conversion.to()).isEqualTo(Money.of(to, "TTK"));
        assertThat(conversion.fee()).isEqualTo(Money.of(fee, "TTK"));
    }

    @Test
    void theLargestAmountThereIsOverflowsNothing() {
        var conversion = convert(new Money(Long.MAX_VALUE, Currency.of("JPY")), "0.001", 0);

        assertThat(conversion.exceeds(Money.tikTokens(1_000_000_000_000L))).isTrue();
    }

    /** Judged by multiplication alone, so that the test does not share the division that it tests. */
    @Test
    void roundingNeverFavoursTheCustomerAndTakesLessThanOneSmallestUnit() {
        var seed = Long.getLong("tiktoken.seed", System.nanoTime());
        System.out.printf("ConversionTests: seed %d (repeat with -Dtiktoken.seed)%n", seed);
        var random = new Random(seed);
        for (var trial = 0; trial < 200_000; trial++) {
            var from = new Money(
                    1 + random.nextLong(1L << random.nextInt(1, 50)), WITH_0_2_AND_3_DECIMALS.get(random.nextInt(3)));
            var rate = BigDecimal.valueOf(1 + random.nextLong(1L << random.nextInt(1, 45)), random.nextInt(0, 9))
                    .max(new BigDecimal("0.001"))
                    .min(new BigDecimal("100000000"));
            var basisPoints = random.nextBoolean() ? 0 : random.nextInt(1_001);

            var conversion = Conversion.of(from, new Rate(from.currency(), rate), basisPoints);

            var exact = BigDecimal.valueOf(from.amount(), from.currency().digits())
                    .movePointRight(2)
                    .multiply(BigDecimal.valueOf(10_000 - basisPoints));
            assertThat(costOf(conversion.net(), rate))
                    .as("seed %d, trial %d: %s at %s", seed, trial, from, rate)
                    .isLessThanOrEqualTo(exact);
            assertThat(costOf(conversion.net().add(BigInteger.ONE), rate))
                    .as("seed %d, trial %d: %s at %s", seed, trial, from, rate)
                    .isGreaterThan(exact);
            assertThat(conversion.gross()).isGreaterThanOrEqualTo(conversion.net());
        }
    }

    /** What so many TikTokens cost, ten thousand times over because of the basis points. */
    private static BigDecimal costOf(BigInteger tikTokens, BigDecimal rate) {
        return new BigDecimal(tikTokens).multiply(rate).multiply(BigDecimal.valueOf(10_000));
    }

    private static Conversion convert(Money from, String rate, int basisPoints) {
        return Conversion.of(from, new Rate(from.currency(), new BigDecimal(rate)), basisPoints);
    }
}
