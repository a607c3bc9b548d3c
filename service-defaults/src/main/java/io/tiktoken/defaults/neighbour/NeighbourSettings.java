package io.tiktoken.defaults.neighbour;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the neighbours are, and how they are called.
 *
 * @param neighbours by the name that also their Feign client has
 */
@Validated
@ConfigurationProperties("tiktoken")
public record NeighbourSettings(@DefaultValue Map<String, @Valid Line> neighbours) {

    /**
     * The line to one neighbour.
     *
     * @param connectTimeout how long a connection may take to be made, and before that, how long a call waits for a free one;
     *     short, because who is not there refuses at once
     * @param readTimeout how long the neighbour may keep silent; several times what the first calls of one take that has just
     *     started, and shorter than this service's own callers wait
     * @param maxConnections how many calls may run at the same time
     * @param scopes what the tokens for it are asked for; none when they come from elsewhere
     */
    public record Line(
            @NotNull(message = "say where this neighbour is")
            URI url,

            @DefaultValue("500ms") @DurationMin(millis = 10) @DurationMax(seconds = 2)
            Duration connectTimeout,

            @DefaultValue("4s") @DurationMin(millis = 10) @DurationMax(seconds = 5)
            Duration readTimeout,

            @DefaultValue("64") @Min(1) @Max(500) int maxConnections,
            @DefaultValue Set<String> scopes,
            @DefaultValue @Valid Breaker breaker) {

        /** Waiting for a free connection, making one, and hearing nothing on it. */
        Duration longestCall() {
            return connectTimeout.multipliedBy(2).plus(readTimeout);
        }
    }

    /**
     * When a neighbour is left alone. One that has just started is slow and not dead: it answers some of its first calls, and a
     * breaker that opened meanwhile would refuse everybody for a pause. So many calls count, and nearly all must have failed.
     *
     * @param calls how many of the last ones count; with fewer, nothing is judged
     * @param failures which percentage of them must have got no answer
     * @param pause for how long it is left alone before one call tries
     */
    public record Breaker(
            @DefaultValue("20") @Min(2) @Max(1_000) int calls,
            @DefaultValue("80") @Min(1) @Max(100) int failures,

            @DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(seconds = 30)
            Duration pause) {}

    /** The longest that a call to any of them may take, its token aside. */
    public Duration longestCall() {
        return neighbours.values().stream()
                .map(Line::longestCall)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    Line called(String name) {
        return Optional.ofNullable(neighbours.get(name)).orElseThrow(() -> new IllegalStateException(missing(name)));
    }

    static String missing(String name) {
        return "No neighbour is called %s: set tiktoken.neighbours.%s.url".formatted(name, name);
    }
}
