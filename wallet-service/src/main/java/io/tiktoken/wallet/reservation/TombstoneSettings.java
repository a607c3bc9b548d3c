package io.tiktoken.wallet.reservation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long it is remembered that a release came before its reserve.
 *
 * @param kept after which no reserve for an order from before is accepted any more
 */
@Validated
@ConfigurationProperties("tiktoken.tombstone")
public record TombstoneSettings(
        @DefaultValue("45d") @DurationMin(days = 30) Duration kept) {}
