package io.tiktoken.defaults.idempotency;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a repeat is recognized.
 *
 * @param kept after which a key may be used anew; callers are promised thirty days
 */
@Validated
@ConfigurationProperties("tiktoken.idempotency")
public record IdempotencySettings(
        @DefaultValue("45d") @DurationMin(days = 30) Duration kept) {}
