package io.tiktoken.wallet.proof;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the ledger is proven.
 *
 * @param every how often what is new is proven even though nobody asks
 * @param fullCheckEvery how often everything is, from the first entry on
 * @param pause how long a full check rests after each chunk, so that business goes on
 * @param freshFor how long a proof is shown before it is made anew
 * @param restFactor how many times as long as a proof took the ledger is left in peace afterwards, at least
 * @param chunk how many entries or accounts are read at a time
 */
@Validated
@ConfigurationProperties("tiktoken.proof")
public record ProofSettings(
        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 24)
        Duration every,

        @DefaultValue("1d") @DurationMin(minutes = 1) @DurationMax(days = 31)
        Duration fullCheckEvery,

        @DefaultValue("10ms") @DurationMin(millis = 0) @DurationMax(seconds = 1)
        Duration pause,

        @DefaultValue("2s") @DurationMin(millis = 0) @DurationMax(minutes = 5)
        Duration freshFor,

        @DefaultValue("9") @Min(0) @Max(1_000) int restFactor,
        @DefaultValue("500") @Min(1) @Max(10_000) int chunk) {}
