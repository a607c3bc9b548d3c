package io.tiktoken.auth.pin;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PASSWORD_WRONG;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.PIN_RESET;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.CheckOtp;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.user.OwnPassword;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Gives a new PIN to whoever knows the password and, having an authenticator, shows its code. It is the only way to open
 * a PIN that wrong tries have locked or an administrator has disabled. What was approved with the old one ends.
 */
@Service
public class ResetPin {

    /** Every answer to asking for a new PIN. */
    public sealed interface Outcome {

        record Reset(Pin pin) implements Outcome {}

        record PasswordIncorrect() implements Outcome {}

        record TooManyTries(Duration retryAfter) implements Outcome {}

        record OtpRefused(OtpRefusal why) implements Outcome {}
    }

    private final OwnPassword ownPassword;
    private final CheckOtp checkOtp;
    private final Authenticators authenticators;
    private final Pins pins;
    private final Generations generations;
    private final EndApprovals endApprovals;
    private final SecurityEvents events;
    private final SingleWriter writer;

    ResetPin(
            OwnPassword ownPassword,
            CheckOtp checkOtp,
            Authenticators authenticators,
            Pins pins,
            Generations generations,
            EndApprovals endApprovals,
            SecurityEvents events,
            SingleWriter writer) {
        this.ownPassword = ownPassword;
        this.checkOtp = checkOtp;
        this.authenticators = authenticators;
        this.pins = pins;
        this.generations = generations;
        this.endApprovals = endApprovals;
        this.events = events;
        this.writer = writer;
    }

    /** The password comes first, so that a wrong one uses up no code. */
    public Outcome reset(UserId user, String password, Optional<Otp> otp, Actor by, Keep<Outcome.Reset> keep) {
        return switch (ownPassword.check(user, password)) {
            case OwnPassword.Outcome.Right right -> resetWith(user, right, otp, by, keep);
            case OwnPassword.Outcome.Wrong() -> writer.write(() -> refused(user, by));
            case OwnPassword.Outcome.TooManyTries(var retryAfter) -> new Outcome.TooManyTries(retryAfter);
        };
    }

    private Outcome resetWith(
            UserId user, OwnPassword.Outcome.Right password, Optional<Otp> otp, Actor by, Keep<Outcome.Reset> keep) {
        var authenticator = authenticators.serialOf(user);
        return switch (checkOtp.check(user, otp, by)) {
            case CheckOtp.Outcome.Right(), CheckOtp.Outcome.NotEnabled() -> {
                var outcome = writer.write(() -> newPin(user, password, authenticator, by, keep));
                endApprovals.of(user);
                yield outcome;
            }
            case CheckOtp.Outcome.Refused(var why) -> new Outcome.OtpRefused(why);
        };
    }

    /** Looks again: neither the password nor the authenticator may have been renewed since it was checked. */
    private Outcome newPin(
            UserId user,
            OwnPassword.Outcome.Right password,
            Optional<String> authenticator,
            Actor by,
            Keep<Outcome.Reset> keep) {
        if (!ownPassword.stillIs(user, password)) {
            return refused(user, by);
        }
        if (!authenticators.serialOf(user).equals(authenticator)) {
            return new Outcome.OtpRefused(new OtpRefusal.Required());
        }
        var pin = Pin.random();
        pins.set(user, pin);
        generations.next(user);
        events.record(PIN_RESET, by, user);
        var reset = new Outcome.Reset(pin);
        keep.keep(user.toString(), reset);
        return reset;
    }

    private Outcome refused(UserId user, Actor by) {
        events.record(PASSWORD_WRONG, by, user);
        return new Outcome.PasswordIncorrect();
    }
}
