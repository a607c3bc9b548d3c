package io.tiktoken.defaults.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a moment which tokens were signed as they must be: who is at the till sends the same one again and
 * again, and to take it apart and check its signature is a quarter of what a request costs. Whether its claims hold is
 * asked every time. A token is remembered by all of its text, so that no other one profits.
 */
final class CachingJwtDecoder implements JwtDecoder {

    /** How much longer than its key a token may live: as long as the gateway's own memory of sessions. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final int MOST = 2_000;

    private final JwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> claims;
    private final Cache<String, Jwt> genuine =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** @param signatures checks the signature and nothing else */
    CachingJwtDecoder(JwtDecoder signatures, OAuth2TokenValidator<Jwt> claims) {
        this.signatures = signatures;
        this.claims = claims;
    }

    @Override
    public Jwt decode(String token) {
        var known = genuine.getIfPresent(token);
        var jwt = known == null ? signatures.decode(token) : known;
        var judged = claims.validate(jwt);
        if (judged.hasErrors()) {
            throw new JwtValidationException("The token's claims do not hold", judged.getErrors());
        }
        if (known == null) {
            genuine.put(token, jwt);
        }
        return jwt;
    }
}
