package io.tiktoken.gateway.limit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Tells whose bearer token this is, only to choose whose allowance it uses up: letting the request in or not
 * is for the service, which checks the token again. So nobody is refused here because the keys are out of reach.
 */
class BearerTokens {

    private static final Logger log = LoggerFactory.getLogger(BearerTokens.class);
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final String AUDIENCE = "tiktoken-api";
    private static final int CLOCK_SKEW_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Scheduler threads;

    /** @param threads which may have to wait for the keys, as the server's own must not */
    BearerTokens(JWKSource<SecurityContext> keys, String issuer, Scheduler threads) {
        this.threads = threads;
        var claims = new DefaultJWTClaimsVerifier<>(
                AUDIENCE, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp"));
        claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** Empty for a token that was not signed by auth-service for our API, or that cannot be checked just now. */
    Mono<Caller> callerOf(String token) {
        return Mono.fromCallable(() -> verified(token))
                .map(BearerTokens::caller)
                .subscribeOn(threads)
                .timeout(PATIENCE)
                .onErrorComplete();
    }

    private @Nullable JWTClaimsSet verified(String token) {
        try {
            return processor.process(token, null);
        } catch (RateLimitReachedException askedJustNow) {
            return null;
        } catch (KeySourceException unreachable) {
            log.warn(
                    "The keys of auth-service are out of reach; bearer tokens are counted by address meanwhile: {}",
                    unreachable.toString());
            return null;
        } catch (ParseException | BadJOSEException | JOSEException invented) {
            return null;
        }
    }

    /** Only machines have scopes; people have roles. */
    private static Caller caller(JWTClaimsSet claims) {
        return claims.getClaim("scope") == null
                ? new Caller.Person(claims.getSubject())
                : new Caller.Machine(claims.getSubject());
    }
}
