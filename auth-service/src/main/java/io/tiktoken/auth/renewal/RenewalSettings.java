package io.tiktoken.auth.renewal;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How wallet-service is told again of a renewal that it did not confirm.
 *
 * @param tellEvery how often somebody looks for such renewals
 * @param tellFor after so long they are left alone: no approval from before them lives that long, clocks that differ a
 *     little included
 */
@Validated
@ConfigurationProperties("tiktoken.renewal")
public record RenewalSettings(
        @DefaultValue("1s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration tellEvery,

        @DefaultValue("3m") @DurationMin(seconds = 150) @DurationMax(hours = 1)
        Duration tellFor) {}
