package io.tiktoken.auth.key;

import com.nimbusds.jose.jwk.RSAKey;
import io.tiktoken.defaults.database.PurgeClock;
import io.tiktoken.defaults.security.TokenSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How one signing key follows another: the new one is published first, and signs when everybody must have seen it;
 * the old one stays published until its last token is dead, and is destroyed then. What changes anything is called inside a write.
 */
@Component
public class KeyRotation {

    /** Nobody's clock and no replica is so late that a token outlives its key. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final int HISTORY = 100;

    private final StoredKeys stored;
    private final KeyCipher cipher;
    private final KeySettings settings;
    private final TokenSettings tokens;
    private final Clock clock;
    private final PurgeClock purgeClock;

    KeyRotation(
            StoredKeys stored,
            KeyCipher cipher,
            KeySettings settings,
            TokenSettings tokens,
            Clock clock,
            PurgeClock purgeClock) {
        this.stored = stored;
        this.cipher = cipher;
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
        this.purgeClock = purgeClock;
    }

    /** The newest keys, those that are only history too; newest first. */
    public List<SigningKey> history() {
        return stored.newest(HISTORY);
    }

    /** Whether a key has signed for as long as it should. */
    public boolean isDue() {
        var now = clock.instant();
        return stored.newest()
                .filter(newest -> !now.isBefore(newest.signsFrom().plus(settings.rotateAfter())))
                .isPresent();
    }

    /**
     * Publishes a new key, and says when it takes over.
     *
     * @param rsa made before the write began
     * @return nothing when there is one already that does not sign yet, or somebody else was faster
     */
    public Optional<SigningKey> announce(RSAKey rsa) {
        var now = clock.instant();
        var current = stored.newest().orElseThrow();
        if (now.isBefore(current.signsFrom())) {
            return Optional.empty();
        }
        var signsFrom = now.plus(settings.signsAfter());
        var next = new SigningKey(rsa.getKeyID(), current.generation() + 1, now, signsFrom, null, null);
        if (!stored.add(new KeyPair(next, rsa), cipher)) {
            return Optional.empty();
        }
        stored.replace(current, signsFrom, lastTokenDeadAt(signsFrom));
        return Optional.of(next);
    }

    /** Whether {@link #destroyOld()} would find anything. */
    public boolean someAreOver() {
        return !stored.over(purgeClock.instant()).isEmpty();
    }

    /** Destroys the private parts of keys whose last token is dead. */
    public List<SigningKey> destroyOld() {
        var over = stored.over(purgeClock.instant());
        over.forEach(stored::destroy);
        return over;
    }

    private Instant lastTokenDeadAt(Instant replacedAt) {
        return replacedAt
                .plus(SigningKeys.LONGEST_TOKEN_LIFETIME)
                .plus(tokens.clockSkew())
                .plus(MARGIN);
    }
}
