package io.tiktoken.auth.user;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much password hashing the machine can bear.
 *
 * @param concurrentHashes each takes a processor for some 50 ms and 19 MiB: more at once would starve everything else
 * @param longestWait how long a request queues for its turn before it is told to come back
 */
@Validated
@ConfigurationProperties("tiktoken.password")
public record PasswordSettings(
        @DefaultValue("2") @Min(1) @Max(64) int concurrentHashes,
        @DefaultValue("2s") @DurationMax(seconds = 8) Duration longestWait) {}
