package io.tiktoken.wallet.anchor;

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
 */
@Validated
@ConfigurationProperties("tiktoken.anchor")
public record AnchorSettings(
        @DefaultValue("60s") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration every) {}
