package io.tiktoken.auth.pin;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_LOCKED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_WRONG;
import static io.tiktoken.auth.pin.Pins.MOST_TRIES;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.Pins.CountedTry;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Duration;
import java.util.Optional;
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

        /** The caller must {@link #accept} it in the write that records what the PIN was used for. */
        record Right() implements Outcome {}

        record Wrong(int attemptsLeft) implements Outcome {}

        record Locked() implements Outcome {}

        /** Too many others got theirs wrong from this address; nothing was counted. */
        record TooManyFailures(Duration retryAfter) implements Outcome {}
    }

    private static final Logger log = LoggerFactory.getLogger(CheckPin.class);

    private final Pins pins;
    private final PinFailures failures;
    private final PinHash pinHash;
    private final SecurityEvents events;
    private final SingleWriter writer;

    CheckPin(Pins pins, PinFailures failures, PinHash pinHash, SecurityEvents events, SingleWriter writer) {
        this.pins = pins;
        this.failures = failures;
        this.pinHash = pinHash;
        this.events = events;
        this.writer = writer;
    }

    /** Counts a try and compares, unless too many others failed from the same address. */
    public Outcome check(UserId user, Pin pin, Actor by) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A PIN's try is committed by itself; inside a transaction it would not be");
        }
        var wait = failures.waitFor(user, by);
        if (wait.isPresent()) {
            return new Outcome.TooManyFailures(wait.get());
        }
        return writer.write(() -> pins.countTry(user))
                .map(counted -> compare(user, pin, counted, by))
                .orElseGet(Outcome.Locked::new);
    }

    /**
     * Forgets the tries before a right PIN; called inside a write. Looks once more at the failures of others, because
     * a thousand accounts tried at once have all passed the first look before one of them has failed.
     *
     * @return how long to wait in place of being accepted
     */
    public Optional<Duration> accept(UserId user, Actor by) {
        var wait = failures.waitFor(user, by);
        if (wait.isEmpty()) {
            pins.forgetTries(user);
        }
        return wait;
    }

    private Outcome compare(UserId user, Pin pin, CountedTry counted, Actor by) {
        if (pinHash.matches(counted.hash(), user, counted.salt(), pin)) {
            return new Outcome.Right();
        }
        writer.run(() -> {
            failures.note(user, by);
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
