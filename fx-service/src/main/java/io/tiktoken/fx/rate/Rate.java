package io.tiktoken.fx.rate;

import io.tiktoken.defaults.money.Currency;
import java.math.BigDecimal;

/**
 * How much of a currency one Singapore dollar buys.
 *
 * @param perBase exact, as the provider wrote it
 */
public record Rate(Currency currency, BigDecimal perBase) {

    /** The dearest currency stands at 0.24 (KWD), the cheapest at a million (IRR): both with room to spare. */
    private static final BigDecimal SMALLEST = new BigDecimal("0.001");

    private static final BigDecimal LARGEST = new BigDecimal("100000000");
    private static final int MOST_DIGITS = 30;

    public Rate {
        if (!isPossible(perBase)) {
            throw new IllegalArgumentException("There can be no such rate for " + currency);
        }
    }

    /** Whether money could be exchanged at this rate at all: not at zero, not at a debt, not at 1e308. */
    static boolean isPossible(BigDecimal perBase) {
        return perBase.precision() <= MOST_DIGITS
                && Math.abs((long) perBase.scale()) <= MOST_DIGITS
                && perBase.compareTo(SMALLEST) >= 0
                && perBase.compareTo(LARGEST) <= 0;
    }
}
