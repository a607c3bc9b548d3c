package io.tiktoken.gateway.limit;

import io.tiktoken.defaults.runtime.SeriesLimitFilter;
import io.tiktoken.defaults.security.AccessTokens;
import io.tiktoken.defaults.security.TokenSettings;
import io.tiktoken.gateway.guard.DoorSettings;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the check of bearer tokens, and bounds what clients can make the gateway remember. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);
    private static final int THREADS = 4;
    private static final int WAITING = 1_000;

    @Bean(destroyMethod = "dispose")
    Scheduler tokenThreads() {
        return Schedulers.newBoundedElastic(THREADS, WAITING, "bearer-tokens");
    }

    @Bean
    BearerTokens bearerTokens(RateLimitSettings settings, DoorSettings door, Clock clock, Scheduler tokenThreads) {
        var believed = new TokenSettings(door.publicUrl(), settings.jwkSetUri(), CLOCK_SKEW);
        return new BearerTokens(
                AccessTokens.decoder(AccessTokens.publishedKeys(believed), believed, AccessTokens.API_AUDIENCE, clock),
                tokenThreads);
    }

    /** More than twice what the busiest meter has: requests, by route, method and status. */
    @Bean
    SeriesLimitFilter seriesLimit() {
        return new SeriesLimitFilter(1_000);
    }
}
