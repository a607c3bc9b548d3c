package io.tiktoken.auth.session;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.LOGIN_FAILED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.LOGIN_SUCCEEDED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Opens a session for whoever knows the password. A name that nobody has costs the same work and gets the same answer. */
@Service
public class LogIn {

    /** Every answer to a log-in. */
    public sealed interface Outcome {

        record LoggedIn(User user, SessionHandle handle) implements Outcome {}

        record Refused() implements Outcome {}

        /** Told only to those who know the password. */
        record Suspended() implements Outcome {}
    }

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecurityEvents events;
    private final SingleWriter writer;

    LogIn(Users users, Passwords passwords, Sessions sessions, SecurityEvents events, SingleWriter writer) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.events = events;
        this.writer = writer;
    }

    /**
     * Checks the password and opens the session.
     *
     * @param username empty when what was typed cannot be anybody's name
     */
    public Outcome logIn(Optional<Username> username, String password, Actor by) {
        var known = username.flatMap(users::credentialsOf);
        var right = known.map(Credentials::passwordHash)
                .map(hash -> passwords.match(password, hash))
                .orElseGet(() -> passwords.matchNobody(password));
        var user = known.map(Credentials::user);
        return writer.write(
                () -> user.filter(_ -> right).map(it -> admitted(it, by)).orElseGet(() -> refused(user, by)));
    }

    private Outcome admitted(User user, Actor by) {
        if (user.suspended()) {
            events.record(LOGIN_FAILED, by, user.id(), "suspended");
            return new Outcome.Suspended();
        }
        events.record(LOGIN_SUCCEEDED, by.knownAs(user.id()), user.id());
        return new Outcome.LoggedIn(user, sessions.open(user.id()));
    }

    private Outcome refused(Optional<User> user, Actor by) {
        events.record(LOGIN_FAILED, by, user.map(User::id).orElse(null));
        return new Outcome.Refused();
    }
}
