package io.tiktoken.auth.shownonce;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long an answer that showed a secret can be asked for again.
 *
 * @param lifetime long enough for a phone to find its network again, and no longer than a secret should lie about
 */
@Validated
@ConfigurationProperties("tiktoken.kept-answer")
public record KeptAnswerSettings(
        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
        Duration lifetime) {}
