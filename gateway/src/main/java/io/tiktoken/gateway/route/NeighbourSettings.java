package io.tiktoken.gateway.route;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services behind the front door are.
 *
 * @param answerWithin longer than any service takes by itself (a purchase answers after 8 s at the latest)
 * @param mostAtOnce requests that wait for one service; more would only wait longer than they may
 */
@Validated
@ConfigurationProperties("tiktoken.neighbours")
public record NeighbourSettings(
        @NotNull URI auth,
        @NotNull URI catalog,
        @NotNull URI wallet,
        @NotNull URI order,
        @NotNull URI fx,

        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration answerWithin,

        @DefaultValue("400") @Min(1) @Max(10_000) int mostAtOnce) {}
