package io.tiktoken.auth.registration;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.ACCESS_RECOVERED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.RECOVERY_FAILED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.EndApprovals;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.AccountThrottle;
import io.tiktoken.auth.user.AccountThrottle.Guess;
import io.tiktoken.auth.user.CommonPasswords;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Sets a new password for whoever brings the recovery code, ends all sessions and approvals, and hands out the next code.
 * A code works once. Whoever is suspended recovers like anybody else, and stays suspended.
 */
@Service
public class RecoverAccess {

    /** Who lost the password: a name as it was typed, the code, and what the password shall be from now on. */
    public record Request(String username, RecoveryCode recoveryCode, String newPassword) {

        @Override
        public String toString() {
            return "Request[not shown]";
        }
    }

    /** Every answer to a recovery. */
    public sealed interface Outcome {

        record Recovered(RecoveryCode nextCode) implements Outcome {}

        /** Nobody has this name, or not this code: strangers are not told which. */
        record Refused() implements Outcome {}

        record PasswordTooCommon() implements Outcome {}

        record TooManyTries(Duration retryAfter) implements Outcome {}
    }

    private static final UserId NOBODY = new UserId(new UUID(0, 0));

    private final Users users;
    private final CommonPasswords commonPasswords;
    private final Passwords passwords;
    private final AccountThrottle throttle;
    private final Sessions sessions;
    private final Generations generations;
    private final EndApprovals endApprovals;
    private final SecurityEvents events;
    private final SingleWriter writer;

    RecoverAccess(
            Users users,
            CommonPasswords commonPasswords,
            Passwords passwords,
            AccountThrottle throttle,
            Sessions sessions,
            Generations generations,
            EndApprovals endApprovals,
            SecurityEvents events,
            SingleWriter writer) {
        this.users = users;
        this.commonPasswords = commonPasswords;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.generations = generations;
        this.endApprovals = endApprovals;
        this.events = events;
        this.writer = writer;
    }

    public Outcome recover(Request request, Actor by, Keep<Outcome.Recovered> keep) {
        return throttle.attempt(
                Guess.RECOVERY_CODE,
                request.username(),
                () -> tried(request, by, keep),
                Outcome.Refused.class::isInstance,
                Outcome.TooManyTries::new);
    }

    private Outcome tried(Request request, Actor by, Keep<Outcome.Recovered> keep) {
        var user = Username.typed(request.username()).flatMap(users::byName);
        // Asked for nobody as well, and before anything is hashed: who exists is not told by the time that it takes.
        var hasCode = hasCode(user.map(User::id).orElse(NOBODY), request.recoveryCode());
        if (user.isEmpty() || !hasCode) {
            return refused(user, by);
        }
        if (commonPasswords.include(request.newPassword(), user.get().username())) {
            return new Outcome.PasswordTooCommon();
        }
        var passwordHash = passwords.hash(request.newPassword());
        var outcome = writer.write(() -> recovered(user.get(), request.recoveryCode(), passwordHash, by, keep));
        endApprovals.of(user.get().id());
        return outcome;
    }

    private boolean hasCode(UserId id, RecoveryCode code) {
        return users.hasRecoveryCode(id, code.hashFor(id));
    }

    private Outcome recovered(
            User user, RecoveryCode used, String passwordHash, Actor by, Keep<Outcome.Recovered> keep) {
        var next = RecoveryCode.random();
        if (!users.recover(user.id(), used.hashFor(user.id()), next.hashFor(user.id()), passwordHash)) {
            return refused(Optional.of(user), by);
        }
        sessions.endAllOf(user.id());
        generations.next(user.id());
        events.record(ACCESS_RECOVERED, by.knownAs(user.id()), user.id());
        var recovered = new Outcome.Recovered(next);
        keep.keep(user.id().toString(), recovered);
        return recovered;
    }

    private Outcome refused(Optional<User> user, Actor by) {
        writer.run(() -> events.record(RECOVERY_FAILED, by, user.map(User::id).orElse(null)));
        return new Outcome.Refused();
    }
}
