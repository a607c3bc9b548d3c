package io.tiktoken.auth.pin;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_LOCKED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_WRONG;
import static io.tiktoken.auth.pin.Pins.MOST_TRIES;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.pin.Pins.Try;
import io.tiktoken.auth.user.Turns;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
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

        /**
         * The caller must {@link #accept} it in the write that records what the PIN was used for.
         *
         * @param version of the PIN that was compared
         */
        record Right(long version) implements Outcome {}

        /** Every other one. */
        sealed interface Refusal extends Outcome {}

        record Wrong(int attemptsLeft) implements Refusal {}

        record Locked() implements Refusal {}

        /** Too many others got theirs wrong from this address; nothing was counted. */
        record TooManyFailures(Duration retryAfter) implements Refusal {}

        /** Another of this person's tries is being checked, or overtook this one. It may be repeated in a moment. */
        record TooEarly() implements Refusal {}
    }

    private static final Logger log = LoggerFactory.getLogger(CheckPin.class);

    private final Pins pins;
    private final PinFailures failures;
    private final PinHash pinHash;
    private final SecurityEvents events;
    private final SingleWriter writer;
    private final Turns<UserId> turns = new Turns<>();

    CheckPin(Pins pins, PinFailures failures, PinHash pinHash, SecurityEvents events, SingleWriter writer) {
        this.pins = pins;
        this.failures = failures;
        this.pinHash = pinHash;
        this.events = events;
        this.writer = writer;
    }

    /**
     * Checks and acceptance of one person after another: whoever calls {@link #check} and {@link #accept} does it in
     * here, so that right PINs at the same time do not use up the tries. Nothing when the turn does not come in time.
     */
    public <T> Optional<T> inTurn(UserId user, Supplier<? extends T> checkAndAcceptance) {
        return turns.take(user, checkAndAcceptance);
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
        if (pins.isLocked(user)) {
            return new Outcome.Locked(); // A crowd that guesses on does not keep the writer busy.
        }
        return switch (writer.write(() -> pins.countTry(user))) {
            case Try.Counted counted -> compare(user, pin, counted, by);
            case Try.TooEarly() -> new Outcome.TooEarly();
            case Try.Locked() -> new Outcome.Locked();
        };
    }

    /**
     * Forgets the tries before a right PIN; called inside a write. Looks once more at the failures of others, because
     * a thousand accounts tried at once have all passed the first look before one of them has failed. What was decided
     * since the try was counted wins: a PIN that has been renewed, disabled or locked is not accepted.
     *
     * @return what to answer in place of accepting it
     */
    public Optional<Outcome.Refusal> accept(UserId user, Outcome.Right right, Actor by) {
        var wait = failures.waitFor(user, by);
        if (wait.isPresent()) {
            return wait.map(Outcome.TooManyFailures::new);
        }
        if (pins.accept(user, right.version())) {
            failures.noteRight(user, by);
            return Optional.empty();
        }
        return Optional.of(pins.isLocked(user) ? new Outcome.Locked() : new Outcome.TooEarly());
    }

    private Outcome compare(UserId user, Pin pin, Try.Counted counted, Actor by) {
        return pinHash.matches(counted.hash(), user, counted.salt(), pin)
                ? new Outcome.Right(counted.version())
                : writer.write(() -> wrong(user, counted, by));
    }

    private Outcome wrong(UserId user, Try.Counted counted, Actor by) {
        failures.note(user, by);
        events.record(PIN_WRONG, by, user);
        if (!pins.endWrong(user, counted.version())) {
            return new Outcome.TooEarly(); // What was compared is not the PIN any more, or not the newest try at it.
        }
        if (counted.left() == 0) {
            events.record(PIN_LOCKED, by, user);
            log.warn("The PIN of user {} is locked after {} wrong tries; only a new one opens it", user, MOST_TRIES);
        }
        return new Outcome.Wrong(counted.left());
    }
}
