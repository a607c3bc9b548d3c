package io.tiktoken.auth.session;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.LOGIN_FAILED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.LOGIN_SUCCEEDED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.OTP_REQUIRED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.totp.CheckOtp;
import io.tiktoken.auth.totp.Otp;
import io.tiktoken.auth.totp.OtpRefusal;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Opens a session for whoever knows the password and, having an authenticator, shows its code. A name that nobody has
 * costs the same work and gets the same answer.
 */
@Service
public class LogIn {

    /** Every answer to a log-in. */
    public sealed interface Outcome {

        record LoggedIn(User user, SessionHandle handle) implements Outcome {}

        record Refused() implements Outcome {}

        /** The password was right, but the second factor is missing or was not believed. */
        record OtpRefused(OtpRefusal why) implements Outcome {}

        /** Told only to those who know the password, and have the authenticator if there is one. */
        record Suspended() implements Outcome {}
    }

    private final Users users;
    private final Passwords passwords;
    private final CheckOtp checkOtp;
    private final Authenticators authenticators;
    private final Sessions sessions;
    private final SecondFactors secondFactors;
    private final SecurityEvents events;
    private final SingleWriter writer;

    LogIn(
            Users users,
            Passwords passwords,
            CheckOtp checkOtp,
            Authenticators authenticators,
            Sessions sessions,
            SecondFactors secondFactors,
            SecurityEvents events,
            SingleWriter writer) {
        this.users = users;
        this.passwords = passwords;
        this.checkOtp = checkOtp;
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.secondFactors = secondFactors;
        this.events = events;
        this.writer = writer;
    }

    /**
     * Checks the password, then the second factor, and opens the session.
     *
     * @param username empty when what was typed cannot be anybody's name
     */
    public Outcome logIn(Optional<Username> username, String password, Optional<Otp> otp, Actor by) {
        var known = username.flatMap(users::credentialsOf);
        var right = known.map(Credentials::passwordHash)
                .map(hash -> passwords.match(password, hash))
                .orElseGet(() -> passwords.matchNobody(password));
        var user = known.map(Credentials::user);
        return user.filter(_ -> right)
                .map(it -> askForSecondFactor(it, otp, by))
                .orElseGet(() -> writer.write(() -> refused(user, by)));
    }

    private Outcome askForSecondFactor(User user, Optional<Otp> otp, Actor by) {
        return switch (checkOtp.check(user.id(), otp, by)) {
            case CheckOtp.Outcome.NotEnabled() -> writer.write(() -> admittedByPassword(user, by));
            case CheckOtp.Outcome.Right() -> writer.write(() -> admitted(user, true, by));
            case CheckOtp.Outcome.Refused(OtpRefusal.Required _) -> writer.write(() -> otpRequired(user, by));
            case CheckOtp.Outcome.Refused(var why) -> new Outcome.OtpRefused(why);
        };
    }

    /** Looks again: an authenticator confirmed in this very moment has ended all sessions that did not show it. */
    private Outcome admittedByPassword(User user, Actor by) {
        return authenticators.isEnabled(user.id()) ? otpRequired(user, by) : admitted(user, false, by);
    }

    private Outcome otpRequired(User user, Actor by) {
        events.record(OTP_REQUIRED, by, user.id());
        return new Outcome.OtpRefused(new OtpRefusal.Required());
    }

    private Outcome admitted(User user, boolean secondFactor, Actor by) {
        if (user.suspended()) {
            events.record(LOGIN_FAILED, by, user.id(), "suspended");
            return new Outcome.Suspended();
        }
        events.record(LOGIN_SUCCEEDED, by.knownAs(user.id()), user.id());
        var handle = sessions.open(user.id());
        if (secondFactor) {
            secondFactors.shownIn(handle);
        }
        return new Outcome.LoggedIn(user, handle);
    }

    private Outcome refused(Optional<User> user, Actor by) {
        events.record(LOGIN_FAILED, by, user.map(User::id).orElse(null));
        return new Outcome.Refused();
    }
}
