package io.tiktoken.defaults.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what is too old is deleted.
 *
 * @param every how often somebody looks
 * @param batch how many rows one write deletes, so that nobody waits long behind it
 */
@Validated
@ConfigurationProperties("tiktoken.purge")
public record PurgeSettings(
        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(days = 1)
        Duration every,

        @DefaultValue("500") @Min(1) @Max(10_000) int batch) {}
