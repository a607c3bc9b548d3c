package io.tiktoken.wallet.moneyrequest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how often people may ask for money.
 *
 * @param lifetime after which one that nobody answered is over
 * @param mostOpen of one requester, so that nobody asks everybody
 * @param mostOpenToOne of one requester to the same person, so that nobody is pestered
 */
@Validated
@ConfigurationProperties("tiktoken.money-request")
public record MoneyRequestSettings(
        @DefaultValue("7d") @DurationMin(minutes = 1) @DurationMax(days = 90)
        Duration lifetime,

        @DefaultValue("50") @Min(1) @Max(1_000) int mostOpen,
        @DefaultValue("3") @Min(1) @Max(100) int mostOpenToOne) {}
