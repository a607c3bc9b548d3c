package io.tiktoken.auth.session;

import io.tiktoken.auth.user.User;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long people stay logged in. Customers' spending needs the PIN anyway, so it may be long; administrators' power
 * lies in the session itself.
 *
 * @param idle a session that nobody used for so long is over
 * @param longest every session is over after so long, however much it is used
 * @param perUser one more log-in ends the oldest session of that person
 * @param sweepEvery how often sessions that are over are deleted
 */
@Validated
@ConfigurationProperties("tiktoken.session")
public record SessionSettings(
        @DefaultValue("24h") @DurationMin(minutes = 5) @DurationMax(days = 30)
        Duration idle,

        @DefaultValue("30d") @DurationMin(minutes = 5) @DurationMax(days = 90)
        Duration longest,

        @DefaultValue("20") @Min(1) @Max(100) int perUser,

        @DefaultValue("10m") @DurationMin(seconds = 10) @DurationMax(days = 1)
        Duration sweepEvery,

        @DefaultValue @Valid Limits administrators) {

    /** How long one may last; by default, an administrator's. */
    public record Limits(
            @DefaultValue("30m") @DurationMin(minutes = 5) @DurationMax(hours = 24)
            Duration idle,

            @DefaultValue("12h") @DurationMin(minutes = 5) @DurationMax(hours = 24)
            Duration longest) {}

    public Limits limitsFor(User user) {
        return limits(user.administrator());
    }

    Limits limits(boolean administrator) {
        return administrator ? administrators : new Limits(idle, longest);
    }
}
