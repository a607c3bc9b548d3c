package io.tiktoken.auth.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long people stay logged in. Spending needs the PIN anyway, so it may be long.
 *
 * @param idle a session that nobody used for so long is over
 * @param longest every session is over after so long, however much it is used
 * @param perUser one more log-in ends the oldest session of that person
 */
@Validated
@ConfigurationProperties("tiktoken.sessions")
public record SessionSettings(
        @DefaultValue("24h") @DurationMin(minutes = 5) @DurationMax(days = 30)
        Duration idle,

        @DefaultValue("30d") @DurationMin(minutes = 5) @DurationMax(days = 90)
        Duration longest,

        @DefaultValue("20") @Min(1) @Max(1_000) int perUser) {}
