package io.tiktoken.defaults.neighbour;

import static java.util.stream.Collectors.toUnmodifiableMap;

import feign.FeignException.FeignClientException;
import feign.RetryableException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import tools.jackson.databind.json.JsonMapper;

/** All neighbours of this service, each with a circuit breaker of its own. */
public final class Neighbours {

    private final Map<String, Neighbour> byName;

    Neighbours(NeighbourSettings settings, CircuitBreakerRegistry breakers, JsonMapper json) {
        byName = settings.neighbours().entrySet().stream().collect(toUnmodifiableMap(Map.Entry::getKey, entry -> {
            var name = entry.getKey();
            var breaker = breakers.circuitBreaker(name, breaker(entry.getValue().breaker()));
            return new Neighbour(name, breaker, json);
        }));
    }

    /**
     * The one that the settings call so.
     *
     * @throws IllegalStateException when there is none
     */
    public Neighbour called(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalStateException(NeighbourSettings.missing(name)));
    }

    private static CircuitBreakerConfig breaker(NeighbourSettings.Breaker settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.calls())
                .failureRateThreshold(settings.failures())
                .waitDurationInOpenState(settings.pause())
                // The first good answer closes it, so nobody waits longer than the pause for a neighbour that is back.
                .permittedNumberOfCallsInHalfOpenState(1)
                // To be told no is the answer of a neighbour in good health, and counts like a yes.
                .recordException(failure -> !(failure instanceof FeignClientException))
                .ignoreException(Neighbours::wasNotSent)
                .build();
    }

    /** No token was to be had, or all connections were in use: the neighbour was not asked, so this says nothing about it. */
    private static boolean wasNotSent(Throwable failure) {
        return failure instanceof RetryableException
                && (failure.getCause() instanceof OAuth2AuthorizationException
                        || failure.getCause() instanceof ConnectionRequestTimeoutException);
    }
}
