package io.tiktoken.wallet.anchor;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the ledger's head is put on record.
 *
 * @param every so much of the journal's end at the most could be cut off unnoticed
 * @param mostEntries so many entries at the most are without a head on record above them, as far as the notary answers
 * @param lookEvery how often it is looked whether there are so many
 */
@Validated
@ConfigurationProperties("tiktoken.anchor")
public record AnchorSettings(
        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration every,

        @DefaultValue("1000") @Min(1) @Max(10_000) int mostEntries,

        @DefaultValue("1s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration lookEvery) {}
