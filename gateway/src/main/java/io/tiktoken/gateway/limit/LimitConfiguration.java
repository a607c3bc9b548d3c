package io.tiktoken.gateway.limit;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.tiktoken.gateway.guard.DoorSettings;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the check of bearer tokens, with every limit of its fetching written out. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    private static final int CONNECT_MILLIS = 500;
    private static final int READ_MILLIS = 2_000;
    private static final int LARGEST_BYTES = 64 * 1024;
    private static final Duration KEYS_CACHED = Duration.ofMinutes(5);
    private static final Duration KEYS_REFRESH_WAIT = Duration.ofSeconds(5);
    /** An unknown key id must not become a flood of requests for keys. */
    private static final Duration KEYS_FETCHED_AT_MOST_EVERY = Duration.ofSeconds(30);
    /** Known keys go on being believed while auth-service is away. */
    private static final Duration KEYS_SURVIVE_OUTAGE = Duration.ofHours(4);

    private static final int THREADS = 4;
    private static final int WAITING = 1_000;

    @Bean(destroyMethod = "dispose")
    Scheduler tokenThreads() {
        return Schedulers.newBoundedElastic(THREADS, WAITING, "bearer-tokens");
    }

    @Bean
    BearerTokens bearerTokens(RateLimitSettings settings, DoorSettings door, Scheduler tokenThreads) {
        return new BearerTokens(keysAt(settings.jwkSetUri()), door.publicUrl().toString(), tokenThreads);
    }

    static JWKSource<SecurityContext> keysAt(URI jwkSetUri) {
        try {
            var retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_BYTES);
            return JWKSourceBuilder.create(jwkSetUri.toURL(), retriever)
                    .cache(KEYS_CACHED.toMillis(), KEYS_REFRESH_WAIT.toMillis())
                    .rateLimited(KEYS_FETCHED_AT_MOST_EVERY.toMillis())
                    .outageTolerant(KEYS_SURVIVE_OUTAGE.toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("tiktoken.rate-limits.jwk-set-uri is not an address: " + jwkSetUri, e);
        }
    }
}
