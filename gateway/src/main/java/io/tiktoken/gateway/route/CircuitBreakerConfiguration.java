package io.tiktoken.gateway.route;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.ReactiveResilience4jBulkheadProvider;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4jBulkheadConfigurationBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How long a service may stay silent, and when it is left alone for a while. */
@Configuration(proxyBeanMethods = false)
class CircuitBreakerConfiguration {

    private static final int CALLS_LOOKED_AT = 20;
    private static final int CALLS_AT_LEAST = 10;
    private static final float PERCENT_SILENT = 50;
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int CALLS_TO_TRY_AGAIN = 3;

    /** One breaker for each service, by its name. */
    @Bean
    Customizer<ReactiveResilience4JCircuitBreakerFactory> oneForEachService(NeighbourSettings neighbours) {
        var silence = CircuitBreakerConfig.custom()
                .slidingWindowSize(CALLS_LOOKED_AT)
                .minimumNumberOfCalls(CALLS_AT_LEAST)
                .failureRateThreshold(PERCENT_SILENT)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(CALLS_TO_TRY_AGAIN)
                .recordException(Silence::countsAgainstTheService)
                .build();
        var patience = TimeLimiterConfig.custom()
                .timeoutDuration(neighbours.answerWithin())
                .build();
        return factory -> factory.configureDefault(name -> new Resilience4JConfigBuilder(name)
                .circuitBreakerConfig(silence)
                .timeLimiterConfig(patience)
                .build());
    }

    /** The library's own limit of 25 requests at once for each service would pass unnoticed until the shop is busy. */
    @Bean
    Customizer<ReactiveResilience4jBulkheadProvider> soManyAtOnce(NeighbourSettings neighbours) {
        var limit = BulkheadConfig.custom()
                .maxConcurrentCalls(neighbours.mostAtOnce())
                .maxWaitDuration(Duration.ZERO)
                .build();
        return bulkheads -> bulkheads.configureDefault(name -> new Resilience4jBulkheadConfigurationBuilder()
                .bulkheadConfig(limit)
                .build());
    }

    /**
     * The breaker watches until an answer begins; this also ends one that stops in the middle. And nothing is
     * sent twice: the client library would by itself repeat a request whose connection broke.
     */
    @Bean
    HttpClientCustomizer askOnceAndNotForEver(NeighbourSettings neighbours) {
        return client -> client.responseTimeout(neighbours.answerWithin()).disableRetry(true);
    }
}
