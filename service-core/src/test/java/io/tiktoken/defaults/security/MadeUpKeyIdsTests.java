package io.tiktoken.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever makes up key ids is refused, and neither costs auth-service much nor harms the honest. */
class MadeUpKeyIdsTests {

    private RSAKey key;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;
    private HttpServer authService;
    private JWKSource<SecurityContext> keys;

    @BeforeEach
    void publish() throws Exception {
        key = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        authService = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        authService.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
        authService.start();
        var uri = URI.create("http://127.0.0.1:" + authService.getAddress().getPort());
        keys = AccessTokens.publishedKeys(new TokenSettings(uri, uri, Duration.ofSeconds(5)));
    }

    @AfterEach
    void stop() {
        authService.stop(0);
    }

    @Test
    void areNobodysHoweverManyThereAre() throws KeySourceException {
        for (var i = 0; i < 50; i++) {
            assertThat(keysNamed("made-up-" + i)).isEmpty();
        }

        assertThat(keysNamed(key.getKeyID())).hasSize(1);
        assertThat(asked.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void areNotJudgedWhileNoKeyIsKnown() {
        status = 500;

        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> keysNamed("made-up")).isInstanceOf(KeySourceException.class);
        }
    }

    private List<JWK> keysNamed(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }
}
