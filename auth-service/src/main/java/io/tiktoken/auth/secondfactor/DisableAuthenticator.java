package io.tiktoken.auth.secondfactor;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PASSWORD_WRONG;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_DISABLED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.session.SecondFactors;
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

/** Takes the authenticator away from whoever knows the password and has the authenticator at hand. */
@Service
public class DisableAuthenticator {

    /** Every answer to asking for that. */
    public sealed interface Outcome {

        record Disabled() implements Outcome {}

        record NotEnabled() implements Outcome {}

        record PasswordIncorrect() implements Outcome {}

        record TooManyTries(Duration retryAfter) implements Outcome {}

        record OtpRefused(OtpRefusal why) implements Outcome {}
    }

    private final OwnPassword ownPassword;
    private final Authenticators authenticators;
    private final CheckOtp checkOtp;
    private final SecondFactors secondFactors;
    private final SecurityEvents events;
    private final SingleWriter writer;

    DisableAuthenticator(
            OwnPassword ownPassword,
            Authenticators authenticators,
            CheckOtp checkOtp,
            SecondFactors secondFactors,
            SecurityEvents events,
            SingleWriter writer) {
        this.ownPassword = ownPassword;
        this.authenticators = authenticators;
        this.checkOtp = checkOtp;
        this.secondFactors = secondFactors;
        this.events = events;
        this.writer = writer;
    }

    /** The password comes first, so that a wrong one uses up no code. */
    public Outcome disable(UserId user, String password, Otp otp, Actor by) {
        if (!authenticators.isEnabled(user)) {
            return new Outcome.NotEnabled();
        }
        return switch (ownPassword.check(user, password)) {
            case OwnPassword.Outcome.Right() -> disableWith(user, otp, by);
            case OwnPassword.Outcome.Wrong() -> writer.write(() -> refused(user, by));
            case OwnPassword.Outcome.TooManyTries(var retryAfter) -> new Outcome.TooManyTries(retryAfter);
        };
    }

    private Outcome disableWith(UserId user, Otp otp, Actor by) {
        return switch (checkOtp.check(user, Optional.of(otp), by)) {
            case CheckOtp.Outcome.Right() -> writer.write(() -> disabled(user, by));
            case CheckOtp.Outcome.NotEnabled() -> new Outcome.NotEnabled();
            case CheckOtp.Outcome.Refused(var why) -> new Outcome.OtpRefused(why);
        };
    }

    private Outcome disabled(UserId user, Actor by) {
        authenticators.remove(user);
        secondFactors.forgetAllOf(user);
        events.record(TOTP_DISABLED, by, user);
        return new Outcome.Disabled();
    }

    private Outcome refused(UserId user, Actor by) {
        events.record(PASSWORD_WRONG, by, user);
        return new Outcome.PasswordIncorrect();
    }
}
