package io.tiktoken.auth.totp;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.OTP_LOCKED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.OTP_WRONG;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.RECOVERY_CODE_USED;
import static io.tiktoken.auth.totp.Authenticators.MOST_TRIES;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.totp.Authenticators.Try;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.Turns;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has this person the authenticator at hand? A code's try is counted, and the count is on the disk, before anything is
 * compared; a code is accepted once, however many bring it at once. Several at once are checked one after the other.
 */
@Service
public class CheckOtp {

    /** Every answer to what somebody shows. */
    public sealed interface Outcome {

        /** This person has no authenticator, so there is nothing to show. */
        record NotEnabled() implements Outcome {}

        /** Of the authenticator that there was: whether it is still the same is asked where this counts. */
        record Right() implements Outcome {}

        record Refused(OtpRefusal why) implements Outcome {}
    }

    private static final Logger log = LoggerFactory.getLogger(CheckOtp.class);

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final SecurityEvents events;
    private final SingleWriter writer;
    private final Clock clock;
    private final Turns<UserId> turns = new Turns<>();

    CheckOtp(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            SecurityEvents events,
            SingleWriter writer,
            Clock clock) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.events = events;
        this.writer = writer;
        this.clock = clock;
    }

    /** Compares, or says that nothing was shown or that nothing need be. */
    public Outcome check(UserId user, Optional<Otp> otp, Actor by) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "A code's try is committed by itself; inside a transaction it would not be");
        }
        if (!authenticators.isEnabled(user)) {
            return new Outcome.NotEnabled();
        }
        return otp.map(shown -> switch (shown) {
                    case Otp.Code code ->
                        turns.<Outcome>take(user, () -> check(user, code, by)).orElseGet(CheckOtp::tooEarly);
                    case Otp.Recovery(var code) -> writer.write(() -> check(user, code, by));
                })
                .orElseGet(() -> new Outcome.Refused(new OtpRefusal.Required()));
    }

    private Outcome check(UserId user, Otp.Code code, Actor by) {
        if (authenticators.isLocked(user)) {
            return locked(); // A crowd that guesses on does not keep the writer busy.
        }
        return switch (writer.write(() -> authenticators.countTry(user))) {
            case Try.Counted counted -> compare(user, code, counted, by);
            case Try.TooEarly() -> tooEarly();
            case Try.Locked() -> locked();
        };
    }

    private Outcome compare(UserId user, Otp.Code code, Try.Counted counted, Actor by) {
        var step = TimeSteps.of(code, counted.seed(), clock.instant());
        return writer.write(() -> {
            if (!authenticators.end(user, counted)) {
                return tooEarly();
            }
            if (step.isEmpty()) {
                return wrong(user, counted, by);
            }
            return authenticators.accept(user, step.getAsLong()) ? new Outcome.Right() : usedAlready(user, counted, by);
        });
    }

    /** No guess: the person's own device sent it twice, or somebody saw it, for whom it is worth nothing. */
    private Outcome usedAlready(UserId user, Try.Counted counted, Actor by) {
        authenticators.giveBack(user);
        events.record(OTP_WRONG, by, user, "used already");
        return new Outcome.Refused(new OtpRefusal.Incorrect(counted.left() + 1));
    }

    private Outcome wrong(UserId user, Try.Counted counted, Actor by) {
        events.record(OTP_WRONG, by, user);
        if (counted.left() == 0) {
            events.record(OTP_LOCKED, by, user);
            log.warn(
                    "The authenticator of user {} is locked after {} wrong codes; only a recovery code opens it",
                    user,
                    MOST_TRIES);
        }
        return new Outcome.Refused(new OtpRefusal.Incorrect(counted.left()));
    }

    /** Counted and compared in one write: with a hundred bits there is nothing to guess between the two. */
    private Outcome check(UserId user, RecoveryCode code, Actor by) {
        var left = recoveryCodes.countTry(user);
        if (left.isEmpty()) {
            return new Outcome.Refused(new OtpRefusal.TooManyRecoveryCodes(recoveryCodes.untilNextHour(user)));
        }
        if (!recoveryCodes.use(user, code)) {
            events.record(OTP_WRONG, by, user, "recovery code");
            return new Outcome.Refused(new OtpRefusal.Incorrect(left.get()));
        }
        events.record(RECOVERY_CODE_USED, by, user);
        return new Outcome.Right();
    }

    private static Outcome locked() {
        return new Outcome.Refused(new OtpRefusal.Locked());
    }

    private static Outcome tooEarly() {
        return new Outcome.Refused(new OtpRefusal.TooEarly());
    }
}
