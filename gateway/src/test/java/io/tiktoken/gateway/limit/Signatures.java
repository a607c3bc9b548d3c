package io.tiktoken.gateway.limit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Signs access tokens as auth-service does, and in the ways in which somebody might try instead. */
final class Signatures {

    static final String ISSUER = "http://localhost:8080";

    private static final RSAKey KEY = newKey("published");
    private static final RSAKey OTHER_KEY = newKey("published");

    private Signatures() {}

    /** What auth-service publishes. */
    static String keys() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    static String machine(String clientId) {
        return signed(KEY, "at+jwt", claims -> claims.subject(clientId).claim("scope", "orders:create orders:read"));
    }

    static String person(String userId) {
        return signed(KEY, "at+jwt", claims -> claims.subject(userId).claim("roles", List.of("CUSTOMER")));
    }

    /** Every one for another client, so that each would have an allowance of its own if it were believed. */
    static List<String> forgeries() {
        return List.of(
                signed(OTHER_KEY, "at+jwt", claims -> claims.subject("f1").claim("scope", "orders:create")),
                signed(newKey("unheard-of"), "at+jwt", claims -> claims.subject("f2")),
                signed(KEY, "JWT", claims -> claims.subject("f3")),
                signed(KEY, "at+jwt", claims -> claims.subject("f4").audience("wallet-service")),
                signed(KEY, "at+jwt", claims -> claims.subject("f5").issuer("http://elsewhere")),
                signed(
                        KEY,
                        "at+jwt",
                        claims -> claims.subject("f6")
                                .expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                signed(KEY, "at+jwt", claims -> claims.subject("f7").expirationTime(null)),
                signed(KEY, "at+jwt", claims -> claims.subject(null)),
                "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJmOSJ9.",
                "nonsense",
                "");
    }

    private static String signed(RSAKey key, String type, UnaryOperator<JWTClaimsSet.Builder> details) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
        var usual = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("tiktoken-api")
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
        var token = new SignedJWT(header, details.apply(usual).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
