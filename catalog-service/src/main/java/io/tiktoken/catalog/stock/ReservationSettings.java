package io.tiktoken.catalog.stock;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How expired reservations are found.
 *
 * @param sweepEvery the pause between two sweeps, and so how long expired stock may stay unavailable
 * @param sweepBatch how many reservations one sweep expires, so that no write waits long behind it
 */
@Validated
@ConfigurationProperties("tiktoken.reservation")
public record ReservationSettings(
        @DefaultValue("1s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration sweepEvery,

        @DefaultValue("100") @Min(1) @Max(1_000) int sweepBatch) {}
