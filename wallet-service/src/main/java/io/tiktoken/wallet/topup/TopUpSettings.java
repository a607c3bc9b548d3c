package io.tiktoken.wallet.topup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How top-ups that got no answer are carried on.
 *
 * @param lookEvery how often it is looked for them
 * @param firstWait how long the request that began one is left alone with it; longer than its calls may take
 * @param longestWait the wait doubles with every attempt, up to this
 * @param batch how many are carried on per look
 */
@Validated
@ConfigurationProperties("tiktoken.top-up")
public record TopUpSettings(
        @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration lookEvery,

        @DefaultValue("10s") @DurationMin(millis = 0) @DurationMax(minutes = 5)
        Duration firstWait,

        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration longestWait,

        @DefaultValue("20") @Min(1) @Max(1_000) int batch) {

    private static final int MOST_DOUBLINGS = 16;

    Duration waitAfter(int attempts) {
        var doubled = firstWait.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
    }
}
