package io.tiktoken.wallet.speed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tiktoken.defaults.testing.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** An auth-service that publishes its key, has tokens for everyone, and knows nothing else. */
final class Issuer implements AutoCloseable {

    private static final int TEMPORARILY_UNAVAILABLE = 503;

    private final RSAKey key = TestTokens.newKey();
    private final JWSSigner signer;
    private final HttpServer server;

    Issuer() throws IOException, JOSEException {
        this.signer = new RSASSASigner(key);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Issuer::unavailable);
        server.createContext("/oauth2/jwks", this::publishedKeys);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A customer's token as it is after log-in, believed for five minutes. */
    String tokenOf(UUID person, String username) {
        var now = Instant.now();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(TestTokens.ISSUER)
                        .audience("tiktoken-api")
                        .subject(person.toString())
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("preferred_username", username)
                        .claim("name", "Alice Lim")
                        .claim("sid", UUID.randomUUID().toString())
                        .claim("amr", List.of("pwd"))
                        .claim("roles", List.of("CUSTOMER"))
                        .build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void publishedKeys(HttpExchange exchange) throws IOException {
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, keys.length);
        try (var body = exchange.getResponseBody()) {
            body.write(keys);
        }
    }

    private static void unavailable(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(TEMPORARILY_UNAVAILABLE, -1);
        exchange.close();
    }
}
