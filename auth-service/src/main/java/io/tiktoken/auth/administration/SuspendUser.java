package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.Administration.isSamePerson;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.USER_SUSPENDED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.text.Reason;
import org.springframework.stereotype.Service;

/**
 * Keeps a person out: all sessions and approvals end, and no new one opens. Their money stays theirs and untouched.
 * Suspending twice is suspending once.
 */
@Service
public class SuspendUser {

    private final Administration administration;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Generations generations;
    private final UserDirectory directory;
    private final SecurityEvents events;

    SuspendUser(
            Administration administration,
            Administrators administrators,
            Accounts accounts,
            Sessions sessions,
            Generations generations,
            UserDirectory directory,
            SecurityEvents events) {
        this.administration = administration;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.generations = generations;
        this.directory = directory;
        this.events = events;
    }

    public Outcome<UserDetails> suspend(UserId whom, Reason reason, Actor by) {
        return administration.act(USER_SUSPENDED, by, whom, user -> suspended(user, reason, by));
    }

    private Outcome<UserDetails> suspended(User user, Reason reason, Actor by) {
        if (isSamePerson(by, user.id())) {
            return Outcome.refused(Refusal.CANNOT_SUSPEND_YOURSELF);
        }
        if (user.administrator() && !administrators.includeAbleBesides(user.id())) {
            return Outcome.refused(Refusal.LAST_ADMINISTRATOR);
        }
        if (accounts.suspend(user.id())) {
            sessions.endAllOf(user.id());
            generations.next(user.id());
            events.record(USER_SUSPENDED, by, user.id(), reason.text());
        }
        return Outcome.done(directory.get(user.id()));
    }
}
