package io.tiktoken.fx.quote;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.fx.rate.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What an amount is worth in TikTokens, counted in their smallest unit. One TikToken is one SGD. The exact
 * worth is rounded once, down: never in the customer's favour, and by less than one smallest unit.
 *
 * @param gross before the fee
 * @param net what the customer gets
 */
record Conversion(BigInteger gross, BigInteger net) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(10_000);

    static Conversion of(Money from, Rate rate, int feeBasisPoints) {
        var inSmallestTtk =
                BigDecimal.valueOf(from.amount(), from.currency().digits()).movePointRight(Currency.TTK.digits());
        var afterFee = inSmallestTtk.multiply(WHOLE.subtract(BigDecimal.valueOf(feeBasisPoints)));
        return new Conversion(
                quotient(inSmallestTtk, rate.perBase()),
                quotient(afterFee, rate.perBase().multiply(WHOLE)));
    }

    boolean exceeds(Money most) {
        return gross.compareTo(BigInteger.valueOf(most.amount())) > 0;
    }

    boolean isNothing() {
        return net.signum() == 0;
    }

    Money to() {
        return Money.tikTokens(net.longValueExact());
    }

    Money fee() {
        return Money.tikTokens(gross.subtract(net).longValueExact());
    }

    /** The division itself is exact: only its result is cut, once. */
    private static BigInteger quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 0, RoundingMode.FLOOR).toBigIntegerExact();
    }
}
