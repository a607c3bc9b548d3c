package io.tiktoken.fx.quote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What quotes promise.
 *
 * @param holdsFor how long a quote can be used: time to find a card, not time to speculate
 * @param feeBasisPoints what exchanging costs, in hundredths of a percent; SGD is not exchanged and costs nothing
 * @param largest the most one quote may be worth, in the smallest unit of TTK: what a wallet may hold at the most
 * @param keptFor how long an expired quote that nobody used is still there to be answered "expired"
 */
@Validated
@ConfigurationProperties("tiktoken.fx.quote")
public record QuoteSettings(
        @DefaultValue("5m") @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration holdsFor,

        @DefaultValue("0") @Min(0) @Max(1_000) int feeBasisPoints,

        @DefaultValue("2000000") @Min(1) @Max(1_000_000_000_000L)
        long largest,

        @DefaultValue("7d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration keptFor) {}
