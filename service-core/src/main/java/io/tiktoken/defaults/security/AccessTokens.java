package io.tiktoken.defaults.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * How access tokens (RFC 9068) are checked: RS256 only, {@code typ} {@code at+jwt}, our issuer, exactly
 * one audience, not expired. One decoder accepts one audience, so that a token for one part never opens another.
 */
public final class AccessTokens {

    /** The audience of what people and machine clients may call through the gateway. */
    public static final String API_AUDIENCE = "tiktoken-api";

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final JWKSelector ANY_KEY = new JWKSelector(new JWKMatcher.Builder().build());
    private static final Duration KEYS_CACHED = Duration.ofMinutes(5);
    private static final Duration KEYS_REFRESH_WAIT = Duration.ofSeconds(5);
    /** An unknown key id must not become a flood of requests for keys. */
    private static final Duration KEYS_FETCHED_AT_MOST_EVERY = Duration.ofSeconds(30);
    /** Known keys go on being believed while auth-service is away. */
    private static final Duration KEYS_SURVIVE_OUTAGE = Duration.ofHours(4);

    private AccessTokens() {}

    /** The keys that auth-service publishes, cached and never asked for in a storm. */
    public static JWKSource<SecurityContext> publishedKeys(TokenSettings settings) {
        try {
            var connectMillis = 500;
            var readMillis = 2_000;
            var largestBytes = 64 * 1024;
            return unknownIsNobodys(JWKSourceBuilder.create(
                            settings.jwkSetUri().toURL(),
                            new DefaultResourceRetriever(connectMillis, readMillis, largestBytes))
                    .cache(KEYS_CACHED.toMillis(), KEYS_REFRESH_WAIT.toMillis())
                    .rateLimited(KEYS_FETCHED_AT_MOST_EVERY.toMillis())
                    .outageTolerant(KEYS_SURVIVE_OUTAGE.toMillis())
                    .build());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The keys of auth-service have no usable address: " + settings, e);
        }
    }

    /**
     * While it is too early to ask for keys again, a key that is not among the known ones is nobody's: made-up key
     * ids are refused as what they are. Only as long as no key at all is known can nothing be said.
     */
    private static JWKSource<SecurityContext> unknownIsNobodys(JWKSource<SecurityContext> keys) {
        return (selector, context) -> {
            try {
                return keys.get(selector, context);
            } catch (RateLimitReachedException tooEarly) {
                if (keys.get(ANY_KEY, context).isEmpty()) {
                    throw tooEarly;
                }
                return List.of();
            }
        };
    }

    public static JwtDecoder decoder(
            JWKSource<SecurityContext> keys, TokenSettings settings, String audience, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        // The validators below judge the claims, with our clock and our skew.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var signatures = new NimbusJwtDecoder(processor);
        signatures.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return new CachingJwtDecoder(signatures, validator(settings, audience, clock));
    }

    private static OAuth2TokenValidator<Jwt> validator(TokenSettings settings, String audience, Clock clock) {
        var times = new JwtTimestampValidator(settings.clockSkew());
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtClaimValidator<Object>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, List.of(audience)::equals),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    }
}
