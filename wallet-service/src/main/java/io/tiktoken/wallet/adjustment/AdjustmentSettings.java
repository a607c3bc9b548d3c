package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.money.Money;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far corrections may go.
 *
 * @param lifetime how long one waits for a second administrator
 * @param most the most that one may put in or take out, in TikTokens as people write them: a slip of the finger must
 *     not become a fortune
 */
@Validated
@ConfigurationProperties("tiktoken.adjustment")
public record AdjustmentSettings(
        @DefaultValue("7d") @DurationMin(minutes = 1) @DurationMax(days = 90)
        Duration lifetime,

        @DefaultValue("20000.00") String most) {

    private static final Money MOST_OF_ALL = Money.of("1000000.00", "TTK");

    public AdjustmentSettings {
        if (!tikTokens(most).isPositive() || !MOST_OF_ALL.covers(tikTokens(most))) {
            throw new IllegalArgumentException("tiktoken.adjustment.most must be from 0.01 to 1000000.00");
        }
    }

    Money mostAtOnce() {
        return tikTokens(most);
    }

    private static Money tikTokens(String amount) {
        return Money.of(amount, "TTK");
    }
}
