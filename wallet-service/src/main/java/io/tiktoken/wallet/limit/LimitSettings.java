package io.tiktoken.wallet.limit;

import io.tiktoken.defaults.money.Money;
import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a customer's wallet is allowed, in TikTokens as people write them. Merchants have no limits.
 *
 * @param holding the most that it may hold; refunds and money already taken are never refused
 * @param transaction the most that it may spend at once
 * @param day the most that it may spend in a day
 * @param year the most that it may spend in a year, counted in thirteen months with the current one
 * @param zone where a day begins
 */
@Validated
@ConfigurationProperties("tiktoken.limit")
public record LimitSettings(
        @DefaultValue("20000.00") String holding,
        @DefaultValue("2000.00") String transaction,
        @DefaultValue("5000.00") String day,
        @DefaultValue("100000.00") String year,
        @DefaultValue("Asia/Singapore") @NotNull ZoneId zone) {

    public LimitSettings {
        if (!tikTokens(transaction).isPositive()
                || !tikTokens(day).covers(tikTokens(transaction))
                || !tikTokens(year).covers(tikTokens(day))
                || !tikTokens(holding).isPositive()) {
            throw new IllegalArgumentException(
                    "tiktoken.limit must be more than zero, a day's not below a transaction's, and a year's not below a day's");
        }
    }

    Money mostHeld() {
        return tikTokens(holding);
    }

    Money mostAtOnce() {
        return tikTokens(transaction);
    }

    Money mostPerDay() {
        return tikTokens(day);
    }

    Money mostPerYear() {
        return tikTokens(year);
    }

    private static Money tikTokens(String amount) {
        return Money.of(amount, "TTK");
    }
}
