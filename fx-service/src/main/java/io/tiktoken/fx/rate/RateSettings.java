package io.tiktoken.fx.rate;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tables are believed, and for how long they serve.
 *
 * @param staleAfter a table is replaced every 24 hours; two more make it late
 * @param maxAge how old a fetched table may be at the most when money is exchanged at it
 * @param bundledMaxAge the same for the one in the jar: long, so that a shop without internet can start
 * @param minimumCurrencies fewer that we know, and the table is a broken one
 * @param jumpFactor a rate that moved by more than this needs a second fetch that says the same
 * @param confirmAfter how long after the first that second fetch happens
 */
@Validated
@ConfigurationProperties("tiktoken.fx.rate")
public record RateSettings(
        @DefaultValue("26h") @DurationMin(hours = 1) @DurationMax(days = 7)
        Duration staleAfter,

        @DefaultValue("48h") @DurationMin(hours = 1) @DurationMax(days = 14)
        Duration maxAge,

        @DefaultValue("365d") @DurationMin(hours = 1) @DurationMax(days = 730)
        Duration bundledMaxAge,

        @DefaultValue("20") @Min(2) @Max(150) int minimumCurrencies,

        @DefaultValue("1.25") @DecimalMin("1.01") @DecimalMax("10")
        BigDecimal jumpFactor,

        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(hours = 24)
        Duration confirmAfter) {

    /** The bundled table is stale from the beginning: it only bridges the time until the first fetch. */
    boolean isStale(RateTable table, Instant now) {
        return table.isBundled() || table.age(now).compareTo(staleAfter) >= 0;
    }

    boolean mayServe(RateTable table, Instant now) {
        return table.age(now).compareTo(table.isBundled() ? bundledMaxAge : maxAge) < 0;
    }
}
