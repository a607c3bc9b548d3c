package io.tiktoken.auth.pin;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_LOCKED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_WRONG;
import static io.tiktoken.auth.pin.Pins.MOST_TRIES;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.Pins.CountedTry;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Is this the user's PIN? The try is counted, and the count is on the disk, before anything is compared: two
 * hundred guesses at once are still five, and pulling the plug takes none of them back.
 */
@Service
public class CheckPin {

    /** Every answer to a PIN. */
    public sealed interface Outcome {

        /** The caller forgets the tries in the write that records what the PIN was used for. */
        record Right() implements Outcome {}

        record Wrong(int attemptsLeft) implements Outcome {}

        record Locked() implements Outcome {}
    }

    private static final Logger log = LoggerFactory.getLogger(CheckPin.class);

    private final Pins pins;
    private final PinHash pinHash;
    private final SecurityEvents events;
    private final SingleWriter writer;

    CheckPin(Pins pins, PinHash pinHash, SecurityEvents events, SingleWriter writer) {
        this.pins = pins;
        this.pinHash = pinHash;
        this.events = events;
        this.writer = writer;
    }

    public Outcome check(UserId user, Pin pin, Actor by) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A PIN's try is committed by itself; inside a transaction it would not be");
        }
        return writer.write(() -> pins.countTry(user))
                .map(counted -> compare(user, pin, counted, by))
                .orElseGet(Outcome.Locked::new);
    }

    private Outcome compare(UserId user, Pin pin, CountedTry counted, Actor by) {
        if (pinHash.matches(counted.hash(), user, counted.salt(), pin)) {
            return new Outcome.Right();
        }
        writer.run(() -> {
            events.record(PIN_WRONG, by, user);
            if (counted.left() == 0) {
                events.record(PIN_LOCKED, by, user);
            }
        });
        if (counted.left() == 0) {
            log.warn("The PIN of user {} is locked after {} wrong tries; only a new one opens it", user, MOST_TRIES);
        }
        return new Outcome.Wrong(counted.left());
    }
}
