package io.tiktoken.fx.rate;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often the providers are asked.
 *
 * @param soonest never sooner than this, whatever a provider says
 * @param latest never later than this, whatever a provider says
 * @param jitter spread over this long, so that not every shop asks in the same second
 * @param firstRetry how long to wait after a failure; doubled after each further one
 * @param longestRetry the most to wait after a failure; longer than the 20 minutes that a 429 lasts
 */
@Validated
@ConfigurationProperties("tiktoken.fx.refresh")
public record RefreshSettings(
        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration soonest,

        @DefaultValue("25h") @DurationMin(hours = 1) @DurationMax(hours = 48)
        Duration latest,

        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration jitter,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration firstRetry,

        @DefaultValue("30m") @DurationMin(seconds = 1) @DurationMax(hours = 24)
        Duration longestRetry) {}
