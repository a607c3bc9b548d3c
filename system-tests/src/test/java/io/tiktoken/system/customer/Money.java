package io.tiktoken.system.customer;

import java.math.BigDecimal;

/** An exact amount, counted in the currency's smallest unit, as the shop writes it. */
public record Money(long amount, String currency) {

    public static Money ttk(String amount) {
        return of(amount, "TTK");
    }

    public static Money sgd(String amount) {
        return of(amount, "SGD");
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, other.amount), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, other.amount), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amount), currency);
    }

    /** Both currencies have two decimals. */
    private static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount).movePointRight(2).longValueExact(), currency);
    }
}
