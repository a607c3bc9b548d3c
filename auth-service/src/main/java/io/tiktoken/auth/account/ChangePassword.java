package io.tiktoken.auth.account;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.PASSWORD_CHANGED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.PASSWORD_WRONG;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.SessionId;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.user.AccountThrottle;
import io.tiktoken.auth.user.AccountThrottle.Guess;
import io.tiktoken.auth.user.CommonPasswords;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Duration;
import org.springframework.stereotype.Service;

/**
 * Sets another password for whoever knows the present one, and logs them out everywhere else. What they approved before
 * is worth nothing any more.
 */
@Service
public class ChangePassword {

    /** Who changes it, and through which session. */
    public record Request(UserId user, SessionId here, String currentPassword, String newPassword) {

        @Override
        public String toString() {
            return "Request[user=" + user + "]";
        }
    }

    /** Every answer to changing a password. */
    public sealed interface Outcome {

        record Changed() implements Outcome {}

        record PasswordIncorrect() implements Outcome {}

        record PasswordUnchanged() implements Outcome {}

        record PasswordTooCommon() implements Outcome {}

        record TooManyTries(Duration retryAfter) implements Outcome {}
    }

    private final Users users;
    private final Passwords passwords;
    private final CommonPasswords commonPasswords;
    private final AccountThrottle throttle;
    private final Sessions sessions;
    private final Generations generations;
    private final EndApprovals endApprovals;
    private final SecurityEvents events;
    private final SingleWriter writer;

    ChangePassword(
            Users users,
            Passwords passwords,
            CommonPasswords commonPasswords,
            AccountThrottle throttle,
            Sessions sessions,
            Generations generations,
            EndApprovals endApprovals,
            SecurityEvents events,
            SingleWriter writer) {
        this.users = users;
        this.passwords = passwords;
        this.commonPasswords = commonPasswords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.generations = generations;
        this.endApprovals = endApprovals;
        this.events = events;
        this.writer = writer;
    }

    public Outcome change(Request request, Actor by) {
        var outcome = users.credentialsOf(request.user())
                .map(known -> throttle.<Outcome>attempt(
                        Guess.PASSWORD,
                        known.user().username().value(),
                        () -> tried(known, request, by),
                        Outcome.PasswordIncorrect.class::isInstance,
                        Outcome.TooManyTries::new))
                .orElseGet(Outcome.PasswordIncorrect::new);
        endApprovals.of(request.user());
        return outcome;
    }

    private Outcome tried(Credentials known, Request request, Actor by) {
        if (!passwords.match(request.currentPassword(), known.passwordHash())) {
            return writer.write(() -> refused(request, by));
        }
        if (passwords.same(request.currentPassword(), request.newPassword())) {
            return new Outcome.PasswordUnchanged();
        }
        if (commonPasswords.include(request.newPassword(), known.user().username())) {
            return new Outcome.PasswordTooCommon();
        }
        var newHash = passwords.hash(request.newPassword());
        return writer.write(() -> changed(known, newHash, request, by));
    }

    private Outcome changed(Credentials known, String newHash, Request request, Actor by) {
        if (!users.changePassword(request.user(), known.passwordHash(), newHash)) {
            return refused(request, by); // Somebody changed it meanwhile, so what was compared is not the password now.
        }
        sessions.endOthersOf(request.user(), request.here());
        generations.next(request.user());
        events.record(PASSWORD_CHANGED, by, request.user());
        return new Outcome.Changed();
    }

    private Outcome refused(Request request, Actor by) {
        events.record(PASSWORD_WRONG, by, request.user());
        return new Outcome.PasswordIncorrect();
    }
}
