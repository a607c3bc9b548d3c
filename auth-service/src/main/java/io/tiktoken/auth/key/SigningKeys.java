package io.tiktoken.auth.key;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The keys that sign access tokens, as this replica knows them: the first is made at the first start, and they are the
 * same after every restart. Which one signs and which are published follows from their times alone.
 */
@Component
public class SigningKeys implements SmartLifecycle {

    /** No token that is signed here lives longer: when a key may be destroyed depends on it. */
    public static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    /** After the single writer, which stores a new key, and before the web server, which needs one. */
    private static final int PHASE = DEFAULT_PHASE - 3072;

    private final StoredKeys stored;
    private final KeyCipher cipher;
    private final SingleWriter writer;
    private final Clock clock;

    private volatile @Nullable List<KeyPair> newestFirst;

    SigningKeys(StoredKeys stored, KeyCipher cipher, SingleWriter writer, Clock clock) {
        this.stored = stored;
        this.cipher = cipher;
        this.writer = writer;
        this.clock = clock;
    }

    /** With its private part: it never leaves this service. */
    public RSAKey current() {
        var now = clock.instant();
        var keys = loaded();
        return keys.stream()
                .filter(pair -> !now.isBefore(pair.key().signsFrom()))
                .findFirst()
                .orElseGet(keys::getLast) // A clock that was set back must not leave the shop without a key.
                .rsa();
    }

    /** Without their private parts, for anybody who verifies. */
    public JWKSet published() {
        var now = clock.instant();
        return new JWKSet(loaded().stream()
                .filter(pair -> !pair.key().isOverAt(now))
                .<JWK>map(pair -> pair.rsa().toPublicJWK())
                .toList());
    }

    /** Looks what other replicas have done. Often enough, and nobody has to be told of a new key. */
    public void reload() {
        newestFirst = stored.usable(cipher);
    }

    /** One that is nowhere yet. Making it takes a processor's while: never inside a write. */
    public RSAKey newKey() {
        return KeyPair.random();
    }

    @Override
    public void start() {
        reload();
        if (loaded().isEmpty()) {
            makeTheFirst();
            reload();
        }
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

    private List<KeyPair> loaded() {
        return requireNonNull(newestFirst, "The signing keys are not loaded yet");
    }

    private void makeTheFirst() {
        var rsa = KeyPair.random();
        var now = clock.instant();
        var first = new KeyPair(new SigningKey(rsa.getKeyID(), 1, now, now, null, null), rsa);
        if (writer.write(() -> stored.add(first, cipher))) {
            log.info("Made the first signing key, {}; access tokens are signed with it from now on", rsa.getKeyID());
        }
    }
}
