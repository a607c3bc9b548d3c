package io.tiktoken.fx.clients;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much a provider may cost us. How long connecting and reading may take stands with the Feign clients.
 *
 * @param largestAnswer a real table has 4 KB
 * @param longestAnswer for all of an answer, however busily it trickles in
 * @param attempts how often one round tries a provider that gives no answer
 * @param firstWait before the second attempt; doubled and jittered from then on
 * @param failuresToOpen so many failed rounds in a row, and the provider is left alone
 * @param openFor for how long
 */
@Validated
@ConfigurationProperties("tiktoken.fx.provider")
record ProviderSettings(
        @DefaultValue("64KB") @NotNull DataSize largestAnswer,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration longestAnswer,

        @DefaultValue("3") @Min(1) @Max(5) int attempts,

        @DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(minutes = 1)
        Duration firstWait,

        @DefaultValue("5") @Min(1) @Max(100) int failuresToOpen,

        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 24)
        Duration openFor) {}
