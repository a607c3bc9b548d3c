package io.tiktoken.defaults.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon receivers hear of what happened.
 *
 * @param every how often each kind of message gets a round; also the pause before a message is told for the second time,
 *     which doubles from then on
 * @param longestPause the most that lies between two tries of one message
 * @param batch how many messages of a kind one round tells, so that other timers get their turn
 */
@Validated
@ConfigurationProperties("tiktoken.outbox")
public record OutboxSettings(
        @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(minutes = 5)
        Duration every,

        @DefaultValue("1m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration longestPause,

        @DefaultValue("50") @Min(1) @Max(1_000) int batch) {

    private static final int MOST_DOUBLINGS = 16;

    /** @param tries how often a message got no answer before */
    Duration pauseAfter(int tries) {
        var pause = every.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
