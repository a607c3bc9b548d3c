package io.tiktoken.system.forgery;

import com.sun.net.httpserver.HttpServer;
import io.tiktoken.system.customer.Answer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Offers a forger's keys to whoever believes what a token says about where its key is, and counts the visitors. */
final class Lure implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger visits = new AtomicInteger();

    private Lure(HttpServer server) {
        this.server = server;
    }

    static Lure with(KeyPair keys, String keyId) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var lure = new Lure(server);
            var set = Answer.json(Map.of("keys", List.of(jwk(keys, keyId)))).getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                lure.visits.incrementAndGet();
                exchange.sendResponseHeaders(200, set.length);
                exchange.getResponseBody().write(set);
                exchange.close();
            });
            server.start();
            return lure;
        } catch (IOException e) {
            throw new IllegalStateException("There is no port to listen on", e);
        }
    }

    static Map<String, Object> jwk(KeyPair keys, String keyId) {
        var rsa = (RSAPublicKey) keys.getPublic();
        var jwk = new LinkedHashMap<String, Object>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", keyId);
        jwk.put("n", unsigned(rsa.getModulus()));
        jwk.put("e", unsigned(rsa.getPublicExponent()));
        return jwk;
    }

    String address() {
        return "http://127.0.0.1:%d/jwks".formatted(server.getAddress().getPort());
    }

    int visits() {
        return visits.get();
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        var leadingZero = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, leadingZero, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
