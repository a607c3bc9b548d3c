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
import io.tiktoken.auth.user.AccountThrottle;
import io.tiktoken.auth.user.AccountThrottle.Guess;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Opens a session for whoever knows the password and, having an authenticator, shows its code. A name that nobody has
 * costs the same work and gets the same answer.
 */
@Service
public class LogIn {

    /** What somebody who logs in typed, and with which device; the name may be one that nobody can have. */
    public record Request(String username, String password, Optional<Otp> otp, DeviceName device) {

        @Override
        public String toString() {
            return "Request[device=" + device + "]";
        }
    }

    /** Every answer to a log-in. */
    public sealed interface Outcome {

        record LoggedIn(Credentials credentials, SessionHandle handle) implements Outcome {}

        record Refused() implements Outcome {}

        /** The password was right, but the second factor is missing or was not believed. */
        record OtpRefused(OtpRefusal why) implements Outcome {}

        /** Told only to those who know the password, and have the authenticator if there is one. */
        record Suspended() implements Outcome {}

        /** Told before anything is looked at, and for names that nobody has just as well. */
        record TooManyTries(Duration retryAfter) implements Outcome {}

        private boolean isWrongGuess() {
            return switch (this) {
                case Refused() -> true;
                // Whoever comes to the second factor knows the password; wrong codes are counted on their own.
                case LoggedIn _, OtpRefused _, Suspended(), TooManyTries _ -> false;
            };
        }
    }

    private final Users users;
    private final Passwords passwords;
    private final CheckOtp checkOtp;
    private final Authenticators authenticators;
    private final AccountThrottle throttle;
    private final OpenSessions sessions;
    private final SecurityEvents events;
    private final SingleWriter writer;

    LogIn(
            Users users,
            Passwords passwords,
            CheckOtp checkOtp,
            Authenticators authenticators,
            OpenSessions sessions,
            AccountThrottle throttle,
            SecurityEvents events,
            SingleWriter writer) {
        this.users = users;
        this.passwords = passwords;
        this.checkOtp = checkOtp;
        this.authenticators = authenticators;
        this.throttle = throttle;
        this.sessions = sessions;
        this.events = events;
        this.writer = writer;
    }

    public Outcome logIn(Request request, Actor by) {
        return throttle.attempt(
                Guess.PASSWORD,
                request.username(),
                () -> tried(request, by),
                Outcome::isWrongGuess,
                Outcome.TooManyTries::new);
    }

    private Outcome tried(Request request, Actor by) {
        var known = Username.typed(request.username()).flatMap(users::credentialsOf);
        var right = known.map(Credentials::passwordHash)
                .map(hash -> passwords.match(request.password(), hash))
                .orElseGet(() -> passwords.matchNobody(request.password()));
        return known.filter(_ -> right)
                .map(credentials -> askForSecondFactor(credentials, request, by))
                .orElseGet(() -> writer.write(() -> refused(known.map(Credentials::user), by)));
    }

    private Outcome askForSecondFactor(Credentials compared, Request request, Actor by) {
        var user = compared.user();
        var authenticator = authenticators.serialOf(user.id());
        return switch (checkOtp.check(user.id(), request.otp(), by)) {
            case CheckOtp.Outcome.NotEnabled() -> writer.write(() -> admittedByPassword(compared, request, by));
            case CheckOtp.Outcome.Right() -> writer.write(() -> admittedByBoth(compared, authenticator, request, by));
            case CheckOtp.Outcome.Refused(OtpRefusal.Required _) -> writer.write(() -> otpRequired(user, by));
            case CheckOtp.Outcome.Refused(var why) -> new Outcome.OtpRefused(why);
        };
    }

    /** Looks again: an authenticator confirmed in this very moment has ended all sessions that did not show it. */
    private Outcome admittedByPassword(Credentials compared, Request request, Actor by) {
        var user = compared.user();
        return authenticators.isEnabled(user.id()) ? otpRequired(user, by) : admitted(compared, false, request, by);
    }

    /** Looks again: the code may be one of an authenticator that has been replaced in this very moment. */
    private Outcome admittedByBoth(Credentials compared, Optional<String> authenticator, Request request, Actor by) {
        var user = compared.user();
        return authenticators.serialOf(user.id()).equals(authenticator)
                ? admitted(compared, true, request, by)
                : otpRequired(user, by);
    }

    private Outcome otpRequired(User user, Actor by) {
        events.record(OTP_REQUIRED, by, user.id());
        return new Outcome.OtpRefused(new OtpRefusal.Required());
    }

    /** Looks again: a password changed in this very moment has ended all sessions that the old one opened. */
    private Outcome admitted(Credentials compared, boolean secondFactor, Request request, Actor by) {
        return users.credentialsOf(compared.user().id())
                .filter(now -> now.passwordHash().equals(compared.passwordHash()))
                .map(now -> opened(now, secondFactor, request.device(), by))
                .orElseGet(() -> refused(Optional.of(compared.user()), by));
    }

    private Outcome opened(Credentials credentials, boolean secondFactor, DeviceName device, Actor by) {
        var user = credentials.user();
        if (user.suspended()) {
            events.record(LOGIN_FAILED, by, user.id(), "suspended");
            return new Outcome.Suspended();
        }
        events.record(LOGIN_SUCCEEDED, by.knownAs(user.id()), user.id());
        return new Outcome.LoggedIn(credentials, sessions.open(user, device, secondFactor));
    }

    private Outcome refused(Optional<User> user, Actor by) {
        events.record(LOGIN_FAILED, by, user.map(User::id).orElse(null));
        return new Outcome.Refused();
    }
}
