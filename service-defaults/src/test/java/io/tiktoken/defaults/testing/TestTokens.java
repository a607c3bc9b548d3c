package io.tiktoken.defaults.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Real access tokens, signed with a key that the service under test is told to believe. A test imports
 * it, and hands {@code "Bearer " + TestTokens.person(…)} to the service.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    public static final String ISSUER = "http://localhost:8080";

    private static final RSAKey KEY = newKey();

    @Bean
    JWKSource<SecurityContext> publishedKeys() {
        return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
    }

    /** A logged-in customer's token for the API. */
    public static String person(UUID id, String username) {
        return person(id, username, "CUSTOMER");
    }

    public static String person(UUID id, String username, String... roles) {
        return signed(person(id, username, List.of("pwd"), roles));
    }

    /** An administrator who logged in with password and authenticator. */
    public static String administrator(UUID id, String username) {
        return signed(person(id, username, List.of("pwd", "otp"), "CUSTOMER", "ADMIN"));
    }

    private static Consumer<JWTClaimsSet.Builder> person(UUID id, String username, List<String> amr, String... roles) {
        return claims -> claims.audience("tiktoken-api")
                .subject(id.toString())
                .claim("preferred_username", username)
                .claim("name", username)
                .claim("sid", UUID.randomUUID().toString())
                .claim("amr", amr)
                .claim("roles", List.of(roles));
    }

    /** One of our services' tokens for another one of them. */
    public static String service(String caller, String called, String... scopes) {
        return signed(claims -> claims.audience(called).subject(caller).claim("scope", String.join(" ", scopes)));
    }

    /** Any token at all, signed with the right key; what it claims may be wrong on purpose. */
    public static String signed(Consumer<JWTClaimsSet.Builder> more) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString());
        more.accept(claims);
        return sign(new JOSEObjectType("at+jwt"), claims.build(), KEY);
    }

    /** The right key on a token of the wrong type. */
    public static String signedAs(JOSEObjectType type, JWTClaimsSet claims) {
        return sign(type, claims, KEY);
    }

    public static String sign(JOSEObjectType type, JWTClaimsSet claims, RSAKey key) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(type)
                            .keyID(KEY.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
