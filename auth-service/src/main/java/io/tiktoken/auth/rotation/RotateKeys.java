package io.tiktoken.auth.rotation;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.KEY_ANNOUNCED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.KEY_DESTROYED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.key.KeyRotation;
import io.tiktoken.auth.key.SigningKey;
import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.defaults.database.SingleWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Announces the next signing key, and destroys those whose last token is dead. */
@Service
public class RotateKeys {

    /** Every answer to the wish for another key. */
    public sealed interface Outcome {

        record Announced(SigningKey key) implements Outcome {}

        /** The last new key does not sign yet. */
        record UnderWay() implements Outcome {}
    }

    private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);

    private final KeyRotation rotation;
    private final SigningKeys keys;
    private final SecurityEvents events;
    private final SingleWriter writer;

    RotateKeys(KeyRotation rotation, SigningKeys keys, SecurityEvents events, SingleWriter writer) {
        this.rotation = rotation;
        this.keys = keys;
        this.events = events;
        this.writer = writer;
    }

    public Outcome rotate(Actor by) {
        var rsa = keys.newKey();
        var outcome = writer.<Outcome>write(() -> rotation.announce(rsa)
                .<Outcome>map(key -> {
                    events.recordAbout(key.id(), KEY_ANNOUNCED, by, "signs from " + key.signsFrom());
                    return new Outcome.Announced(key);
                })
                .orElseGet(Outcome.UnderWay::new));
        if (outcome instanceof Outcome.Announced(var key)) {
            log.info("Signing key {} is published now and signs from {}", key.id(), key.signsFrom());
            keys.reload();
        }
        return outcome;
    }

    /** Rotates when the newest key has signed long enough. */
    public void rotateWhenDue() {
        if (rotation.isDue()) {
            rotate(Actor.THE_SHOP);
        }
    }

    public void destroyOld() {
        if (!rotation.someAreOver()) {
            return;
        }
        writer.write(() -> {
                    var destroyed = rotation.destroyOld();
                    destroyed.forEach(key -> events.recordAbout(key.id(), KEY_DESTROYED, Actor.THE_SHOP, null));
                    return destroyed;
                })
                .forEach(key -> log.info("The private part of signing key {} is destroyed", key.id()));
        keys.reload();
    }
}
