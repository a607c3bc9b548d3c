package io.tiktoken.auth.key;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The keys that sign access tokens: made once, at the first start, and the same after every restart.
 * The newest signs, all are published.
 */
@Component
public class SigningKeys implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final int BITS = 2048;
    /** After the single writer (−4096), which stores a new key, and before the web server (−2048), which needs one. */
    private static final int PHASE = DEFAULT_PHASE - 3072;

    private final StoredKeys stored;
    private final SingleWriter writer;

    private volatile @Nullable List<RSAKey> newestFirst;

    SigningKeys(StoredKeys stored, SingleWriter writer) {
        this.stored = stored;
        this.writer = writer;
    }

    /** With its private part: it never leaves this service. */
    public RSAKey current() {
        return loaded().getFirst();
    }

    /** Without their private parts, for anybody who verifies. */
    public JWKSet published() {
        return new JWKSet(loaded().stream().<JWK>map(RSAKey::toPublicJWK).toList());
    }

    @Override
    public void start() {
        var found = stored.newestFirst();
        newestFirst = found.isEmpty() ? List.of(made()) : found;
    }

    @Override
    public void stop() {
        newestFirst = null;
    }

    @Override
    public boolean isRunning() {
        return newestFirst != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private List<RSAKey> loaded() {
        return requireNonNull(newestFirst, "The signing keys are not loaded yet");
    }

    private RSAKey made() {
        try {
            var key = new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
            writer.run(() -> stored.add(key));
            log.info("Made the first signing key, {}; access tokens are signed with it from now on", key.getKeyID());
            return key;
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is part of every Java", e);
        }
    }
}
