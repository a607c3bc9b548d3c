package io.tiktoken.wallet.reservation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How reservations end by themselves.
 *
 * @param sweepEvery how long money may stay set aside beyond its time
 * @param sweepBatch how many reservations one sweep ends, so that nobody waits long behind it
 */
@Validated
@ConfigurationProperties("tiktoken.reservation")
public record ReservationSettings(
        @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration sweepEvery,

        @DefaultValue("100") @Min(1) @Max(1_000) int sweepBatch) {}
