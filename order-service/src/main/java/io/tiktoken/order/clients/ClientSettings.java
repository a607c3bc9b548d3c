package io.tiktoken.order.clients;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the neighbours are and how long they are waited for.
 *
 * @param connect how long a connection may take to be made
 * @param read how long a neighbour may keep silent
 * @param connections how many calls to one neighbour may run at the same time
 * @param breakerCalls how many of the last calls the circuit breaker judges by
 * @param breakerFailures which percentage of them must have got no answer to open it
 * @param breakerPause how long it stays open before it lets a few calls try
 */
@Validated
@ConfigurationProperties("tiktoken.clients")
public record ClientSettings(
        @NotNull URI catalogUrl,
        @NotNull URI walletUrl,

        @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(seconds = 2)
        Duration connect,

        @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(seconds = 5)
        Duration read,

        @DefaultValue("64") @Min(1) @Max(500) int connections,
        @DefaultValue("20") @Min(2) @Max(1_000) int breakerCalls,
        @DefaultValue("50") @Min(1) @Max(100) int breakerFailures,

        @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(seconds = 30)
        Duration breakerPause) {}
