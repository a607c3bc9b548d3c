package io.tiktoken.auth.administration;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.ADMINISTRATOR_RESET;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.registration.OperatorsNote;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.RecoveryCode;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Lets the operator of the machine bring an administrator back who lost password or authenticator, or whom somebody
 * else has shut out: a password to be changed, no authenticator, no suspension, no session. The PIN stays as it is.
 */
@Service
public class ResetAdministrator {

    /** Every answer to the operator. */
    public sealed interface Outcome {

        /** Done; the file is where the operator finds the password. */
        record Reset(Path file) implements Outcome {}

        record NotAnAdministrator() implements Outcome {}
    }

    private final Users users;
    private final Passwords passwords;
    private final OperatorsNote note;
    private final Accounts accounts;
    private final Authenticators authenticators;
    private final Sessions sessions;
    private final Generations generations;
    private final SecurityEvents events;
    private final SingleWriter writer;

    ResetAdministrator(
            Users users,
            Passwords passwords,
            OperatorsNote note,
            Accounts accounts,
            Authenticators authenticators,
            Sessions sessions,
            Generations generations,
            SecurityEvents events,
            SingleWriter writer) {
        this.users = users;
        this.passwords = passwords;
        this.note = note;
        this.accounts = accounts;
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.generations = generations;
        this.events = events;
        this.writer = writer;
    }

    /**
     * Resets whoever has this name, if they are an administrator.
     *
     * @param username empty when what was typed cannot be anybody's name
     */
    public Outcome reset(Optional<Username> username) {
        return username.flatMap(users::byName)
                .filter(User::administrator)
                .map(this::reset)
                .orElseGet(Outcome.NotAnAdministrator::new);
    }

    private Outcome reset(User administrator) {
        var password = RecoveryCode.random().text();
        var recoveryCode = RecoveryCode.random();
        var passwordHash = passwords.hash(password);
        // The note first: a crash in between leaves one that the next try replaces, never a lost password.
        var file = note.write(administrator.username(), password, Optional.empty(), recoveryCode);
        return writer.write(() -> {
            var user = administrator.id();
            if (!accounts.reset(user, passwordHash)) {
                return new Outcome.NotAnAdministrator();
            }
            accounts.replaceRecoveryCode(user, recoveryCode);
            authenticators.remove(user);
            sessions.endAllOf(user);
            generations.next(user); // The service tells wallet-service when it starts, if it is not too late to matter.
            events.record(ADMINISTRATOR_RESET, Actor.THE_SHOP, user);
            return new Outcome.Reset(file);
        });
    }
}
