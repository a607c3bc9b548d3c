package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A promise of fx-service to change one amount into another. Its parts must fit together: what the money is
 * worth goes to the customer and into the fee, all but a fraction of the smallest unit.
 *
 * @param to what is credited, the fee taken off already
 * @param fee what the shop keeps
 * @param rate how much of the foreign currency one TikToken costs
 */
public record Quote(Money from, Money to, Money fee, BigDecimal rate) {

    public Quote {
        var plausible = from.isPositive() && to.isPositive() && !fee.isNegative() && rate.signum() > 0;
        if (!plausible || !isZeroOrOne(leftOver(from, to, fee, rate))) {
            throw new IllegalArgumentException(
                    "%s at %s cannot be %s and a fee of %s".formatted(from, rate.toPlainString(), to, fee));
        }
    }

    /** The fraction that the exchange leaves over, counted as a whole unit. */
    Money rounding() {
        return Money.tikTokens(leftOver(from, to, fee, rate));
    }

    private static boolean isZeroOrOne(long number) {
        return number == 0 || number == 1;
    }

    private static long leftOver(Money from, Money to, Money fee, BigDecimal rate) {
        var paid = BigDecimal.valueOf(from.amount(), from.currency().digits());
        var worth = paid.movePointRight(Currency.TTK.digits()).divide(rate, 0, RoundingMode.CEILING);
        return Money.tikTokens(worth.longValueExact()).minus(to).minus(fee).amount();
    }
}
