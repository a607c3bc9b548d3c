package io.tiktoken.defaults.money;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A currency and how many decimals its smallest unit has: those of ISO 4217, and TTK, which
 * {@link java.util.Currency} cannot know.
 */
public record Currency(String code, int digits) {

    public static final Currency TTK = new Currency("TTK", 2);

    private static final ConcurrentHashMap<String, Currency> KNOWN = new ConcurrentHashMap<>();

    static {
        KNOWN.put(TTK.code, TTK);
        for (var iso : java.util.Currency.getAvailableCurrencies()) {
            // Negative digits mark what is no money to pay with: gold, special drawing rights, test codes.
            if (iso.getDefaultFractionDigits() >= 0) {
                KNOWN.put(iso.getCurrencyCode(), new Currency(iso.getCurrencyCode(), iso.getDefaultFractionDigits()));
            }
        }
    }

    /**
     * The currency with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Currency of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("There is no currency with this code"));
    }

    public static Optional<Currency> find(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    @JsonValue
    @Override
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
