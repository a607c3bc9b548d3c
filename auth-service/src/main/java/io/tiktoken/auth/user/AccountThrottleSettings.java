package io.tiktoken.auth.user;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a password or a recovery code may be guessed for one account.
 *
 * @param perAccount so many wrong guesses at once
 * @param within the time in which they all come back, one after the other
 */
@Validated
@ConfigurationProperties("tiktoken.login")
public record AccountThrottleSettings(
        @DefaultValue("5") @Min(1) @Max(1_000_000) int perAccount,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration within) {}
