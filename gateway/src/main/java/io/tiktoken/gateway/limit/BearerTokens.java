package io.tiktoken.gateway.limit;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Tells whose bearer token this is, only to choose whose allowance it uses up: letting the request in or not
 * is for the service, which checks the token again. So nobody is refused here because the keys are out of reach.
 */
class BearerTokens {

    private static final Logger log = LoggerFactory.getLogger(BearerTokens.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final JwtDecoder decoder;
    private final Scheduler threads;

    /** @param threads which may have to wait for the keys, as the server's own must not */
    BearerTokens(JwtDecoder decoder, Scheduler threads) {
        this.decoder = decoder;
        this.threads = threads;
    }

    /** Empty for a token that was not signed by auth-service for our API, or that cannot be checked just now. */
    Mono<Caller> callerOf(String token) {
        return Mono.fromCallable(() -> verified(token))
                .map(BearerTokens::caller)
                .subscribeOn(threads)
                .timeout(PATIENCE)
                .onErrorComplete();
    }

    private @Nullable Jwt verified(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException refused) {
            if (refused.getCause() instanceof KeySourceException unreachable
                    && !(unreachable instanceof RateLimitReachedException)) {
                log.warn(
                        "The keys of auth-service are out of reach; bearer tokens are counted by address meanwhile: {}",
                        unreachable.toString());
            }
            return null;
        }
    }

    /** Only machines have scopes; people have roles. */
    private static Caller caller(Jwt token) {
        var subject = requireNonNull(token.getSubject());
        return token.hasClaim("scope") ? new Caller.Machine(subject) : new Caller.Person(subject);
    }
}
