package io.tiktoken.wallet.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How auth-service hears of what administrators did.
 *
 * @param deliverEvery how long it takes until it is told, or told again
 * @param batch how much at once, so that other timers get their turn
 */
@Validated
@ConfigurationProperties("tiktoken.audit")
public record AuditSettings(
        @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration deliverEvery,

        @DefaultValue("50") @Min(1) @Max(1_000) int batch) {}
