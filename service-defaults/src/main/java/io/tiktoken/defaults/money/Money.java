package io.tiktoken.defaults.money;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/**
 * An exact amount in one currency, counted in that currency's smallest unit. On the wire it is
 * {@code {"amount": 1550, "currency": "TTK"}}, which is 15.50 TTK.
 */
public record Money(
        @Schema(example = "1550") long amount,
        @Schema(type = "string", example = "TTK") Currency currency) implements Comparable<Money> {

    public Money {
        requireNonNull(currency, "currency");
    }

    /**
     * An amount as people write it, such as {@code of("15.50", "TTK")}.
     *
     * @throws ArithmeticException if the currency has no unit as small as that
     */
    public static Money of(String decimal, String currencyCode) {
        var currency = Currency.of(currencyCode);
        return new Money(
                new BigDecimal(decimal).movePointRight(currency.digits()).longValueExact(), currency);
    }

    public static Money tikTokens(long amount) {
        return new Money(amount, Currency.TTK);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other)), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amount), currency);
    }

    /** Whether this is enough to pay the price. */
    public boolean covers(Money price) {
        return amount >= sameCurrency(price);
    }

    @JsonIgnore
    public boolean isPositive() {
        return amount > 0;
    }

    @JsonIgnore
    public boolean isNegative() {
        return amount < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, sameCurrency(other));
    }

    private long sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix %s with %s".formatted(this, other));
        }
        return other.amount;
    }

    /** As people write it: {@code 15.50 TTK}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(amount, currency.digits()).toPlainString() + " " + currency.code();
    }
}
