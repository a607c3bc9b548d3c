package io.tiktoken.auth.secondfactor;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PASSWORD_WRONG;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_DISABLED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.Sessions;
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
    private final Sessions sessions;
    private final Generations generations;
    private final EndApprovals endApprovals;
    private final SecurityEvents events;
    private final SingleWriter writer;

    DisableAuthenticator(
            OwnPassword ownPassword,
            Authenticators authenticators,
            CheckOtp checkOtp,
            Sessions sessions,
            Generations generations,
            EndApprovals endApprovals,
            SecurityEvents events,
            SingleWriter writer) {
        this.ownPassword = ownPassword;
        this.authenticators = authenticators;
        this.checkOtp = checkOtp;
        this.sessions = sessions;
        this.generations = generations;
        this.endApprovals = endApprovals;
        this.events = events;
        this.writer = writer;
    }

    /** The password comes first, so that a wrong one uses up no code. */
    public Outcome disable(UserId user, String password, Otp otp, Actor by) {
        if (!authenticators.isEnabled(user)) {
            return new Outcome.NotEnabled();
        }
        return switch (ownPassword.check(user, password)) {
            case OwnPassword.Outcome.Right right -> disableWith(user, right, otp, by);
            case OwnPassword.Outcome.Wrong() -> writer.write(() -> refused(user, by));
            case OwnPassword.Outcome.TooManyTries(var retryAfter) -> new Outcome.TooManyTries(retryAfter);
        };
    }

    private Outcome disableWith(UserId user, OwnPassword.Outcome.Right password, Otp otp, Actor by) {
        var authenticator = authenticators.serialOf(user);
        return switch (checkOtp.check(user, Optional.of(otp), by)) {
            case CheckOtp.Outcome.Right() -> {
                var outcome = writer.write(() -> disabled(user, password, authenticator, by));
                endApprovals.of(user);
                yield outcome;
            }
            case CheckOtp.Outcome.NotEnabled() -> new Outcome.NotEnabled();
            case CheckOtp.Outcome.Refused(var why) -> new Outcome.OtpRefused(why);
        };
    }

    /** Looks again: neither the password nor the authenticator may have been renewed since it was checked. */
    private Outcome disabled(
            UserId user, OwnPassword.Outcome.Right password, Optional<String> authenticator, Actor by) {
        if (!ownPassword.stillIs(user, password)) {
            return refused(user, by);
        }
        if (!authenticators.serialOf(user).equals(authenticator)) {
            return new Outcome.OtpRefused(new OtpRefusal.Required());
        }
        authenticators.remove(user);
        sessions.forgetSecondFactors(user);
        generations.next(user);
        events.record(TOTP_DISABLED, by, user);
        return new Outcome.Disabled();
    }

    private Outcome refused(UserId user, Actor by) {
        events.record(PASSWORD_WRONG, by, user);
        return new Outcome.PasswordIncorrect();
    }
}
