package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.Administration.isSamePerson;
import static io.tiktoken.auth.administration.DecisionKind.SUSPENSION;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.USER_SUSPENDED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.text.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Keeps a person out: all sessions and approvals end, and no new one opens. Their money stays theirs and untouched.
 * Suspending twice is suspending once; suspending an administrator takes two.
 */
@Service
public class SuspendUser {

    private final Administration administration;
    private final JointDecisions jointDecisions;
    private final Administrators administrators;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Generations generations;
    private final UserDirectory directory;
    private final SecurityEvents events;

    SuspendUser(
            Administration administration,
            JointDecisions jointDecisions,
            Administrators administrators,
            Accounts accounts,
            Sessions sessions,
            Generations generations,
            UserDirectory directory,
            SecurityEvents events) {
        this.administration = administration;
        this.jointDecisions = jointDecisions;
        this.administrators = administrators;
        this.accounts = accounts;
        this.sessions = sessions;
        this.generations = generations;
        this.directory = directory;
        this.events = events;
    }

    public Outcome<UserDetails> suspend(UserId whom, Reason reason, Actor by) {
        return administration.act(USER_SUSPENDED, by, whom, user -> suspended(user, reason.text(), by));
    }

    private Outcome<UserDetails> suspended(User user, String reason, Actor by) {
        if (isSamePerson(by, user.id())) {
            return Outcome.refused(Refusal.CANNOT_SUSPEND_YOURSELF);
        }
        if (user.suspended()) {
            return Outcome.done(directory.get(user.id()));
        }
        return user.administrator()
                ? jointDecisions.request(SUSPENSION, user, reason, by, () -> suspendNow(user, reason, by))
                : suspendNow(user, reason, by);
    }

    /** Called inside the write that decided it. */
    public Outcome<UserDetails> suspendNow(User user, @Nullable String reason, Actor by) {
        if (user.administrator() && !administrators.includeAbleBesides(user.id())) {
            return Outcome.refused(Refusal.LAST_ADMINISTRATOR);
        }
        if (accounts.suspend(user.id())) {
            sessions.endAllOf(user.id());
            generations.next(user.id());
            events.record(USER_SUSPENDED, by, user.id(), reason);
        }
        return Outcome.done(directory.get(user.id()));
    }
}
