package io.tiktoken.gateway.limit;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.defaults.problem.Problem;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Counts requests by class and client, and refuses what is too many. It never waits. */
@Component
class RateLimits {

    private final Map<RouteClass, Counted> classes = new EnumMap<>(RouteClass.class);

    RateLimits(RateLimitSettings settings, Ticker ticker, MeterRegistry meters) {
        for (var routeClass : RouteClass.values()) {
            var counts = new Counts(settings.of(routeClass), settings.mostRemembered(), ticker);
            var refusals = Counter.builder("tiktoken.requests.refused")
                    .description("Requests refused because there were too many of their class")
                    .tag("class", routeClass.name().toLowerCase(Locale.ROOT))
                    .register(meters);
            classes.put(routeClass, new Counted(counts, refusals));
        }
    }

    /** Why the client may not go on; nothing when it may. */
    @Nullable
    Problem count(RouteClass routeClass, String client) {
        var counted = requireNonNull(classes.get(routeClass));
        var wait = counted.counts().take(client);
        if (wait.isZero()) {
            return null;
        }
        counted.refusals().increment();
        return tooMany(wait);
    }

    private static Problem tooMany(Duration wait) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too_many_requests",
                        "This was asked too often in a short time. Nothing was done; please wait a little and try again.")
                .retryAfter(wait);
    }

    private record Counted(Counts counts, Counter refusals) {}
}
