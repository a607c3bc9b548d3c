package io.tiktoken.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** A token opens the one door that it names, until it runs out by our clock. */
class AccessTokensTests {

    private static final URI SHOP = URI.create("http://localhost:8080");
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final RSAKey KEY = newKey();

    private final TokenSettings settings = new TokenSettings(SHOP, SHOP, Duration.ofSeconds(5));
    private final JwtDecoder decoder = AccessTokens.decoder(
            new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
            settings,
            AccessTokens.API_AUDIENCE,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aGoodOneSaysWhoCalls() {
        assertThat(decoder.decode(token("at+jwt", claims -> claims)).getSubject())
                .isEqualTo("alice");
        assertThat(decoder.decode(token("at+jwt", claims -> claims.expirationTime(at(-4))))
                        .getSubject())
                .isEqualTo("alice");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("of another type", token("JWT", claims -> claims)),
                Arguments.of("for another audience", token("at+jwt", claims -> claims.audience("wallet-service"))),
                Arguments.of(
                        "for two audiences",
                        token("at+jwt", claims -> claims.audience(List.of("tiktoken-api", "wallet-service")))),
                Arguments.of("from elsewhere", token("at+jwt", claims -> claims.issuer("http://elsewhere"))),
                Arguments.of("that has run out", token("at+jwt", claims -> claims.expirationTime(at(-6)))),
                Arguments.of("that never runs out", token("at+jwt", claims -> claims.expirationTime(null))),
                Arguments.of("of nobody", token("at+jwt", claims -> claims.subject(null))),
                Arguments.of("of somebody without a name", token("at+jwt", claims -> claims.subject(" "))));
    }

    @ParameterizedTest(name = "one {0} opens nothing")
    @MethodSource("others")
    void anotherOpensNothing(String kind, String token) {
        assertThatThrownBy(() -> decoder.decode(token)).as(kind).isInstanceOf(BadJwtException.class);
    }

    @Test
    void keysHaveAnAddress() {
        var unusable = new TokenSettings(SHOP, URI.create("urn:keys"), Duration.ofSeconds(5));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessTokens.publishedKeys(unusable))
                .withMessageContaining("urn:keys");
    }

    private static String token(String type, UnaryOperator<JWTClaimsSet.Builder> change) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(KEY.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer(SHOP.toString())
                .audience("tiktoken-api")
                .subject("alice")
                .expirationTime(at(300));
        var token = new SignedJWT(header, change.apply(claims).build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
