package io.tiktoken.order.order;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long an order may wait to be paid.
 *
 * @param pricesFixed from placing; afterwards the order has expired
 * @param expiryInterval how often overdue orders are looked for
 * @param expiryBatch how many of them one look marks, so that it stays short
 */
@Validated
@ConfigurationProperties("tiktoken.order")
public record OrderSettings(
        @DefaultValue("15m") @DurationMin(seconds = 1) @DurationMax(hours = 24)
        Duration pricesFixed,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(hours = 1)
        Duration expiryInterval,

        @DefaultValue("100") @Min(1) @Max(1_000) int expiryBatch) {}
