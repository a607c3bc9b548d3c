package io.tiktoken.auth.administration;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How administrators decide together.
 *
 * @param lifetime how long a request waits for a second administrator
 * @param suspendedCount for how long a suspended administrator still counts as one of them, so that a suspension does not
 *     make the other one the only one
 */
@Validated
@ConfigurationProperties("tiktoken.decision")
public record DecisionSettings(
        @DefaultValue("24h") @DurationMin(minutes = 1) @DurationMax(days = 7)
        Duration lifetime,

        @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration suspendedCount) {}
