package io.tiktoken.auth.administration;

import static io.tiktoken.auth.administration.DecisionKind.TOTP_REMOVAL;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_REMOVED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.text.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes somebody's second factor away; whoever is logged in with it, or in spite of it, is logged out, and what was
 * approved is worth nothing any more. It takes two administrators whoever that somebody is.
 */
@Service
public class RemoveTotp {

    private final Administration administration;
    private final JointDecisions jointDecisions;
    private final Authenticators authenticators;
    private final Sessions sessions;
    private final Generations generations;
    private final UserDirectory directory;
    private final SecurityEvents events;

    RemoveTotp(
            Administration administration,
            JointDecisions jointDecisions,
            Authenticators authenticators,
            Sessions sessions,
            Generations generations,
            UserDirectory directory,
            SecurityEvents events) {
        this.administration = administration;
        this.jointDecisions = jointDecisions;
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.generations = generations;
        this.directory = directory;
        this.events = events;
    }

    public Outcome<UserDetails> remove(UserId whom, Reason reason, Actor by) {
        return administration.act(TOTP_REMOVED, by, whom, user -> removed(user, reason.text(), by));
    }

    private Outcome<UserDetails> removed(User user, String reason, Actor by) {
        return authenticators.isEnabled(user.id())
                ? jointDecisions.request(TOTP_REMOVAL, user, reason, by, () -> removeNow(user, reason, by))
                : Outcome.refused(Refusal.TOTP_NOT_ENABLED);
    }

    /** Called inside the write that decided it. */
    public Outcome<UserDetails> removeNow(User user, @Nullable String reason, Actor by) {
        if (!authenticators.isEnabled(user.id())) {
            return Outcome.refused(Refusal.TOTP_NOT_ENABLED);
        }
        authenticators.remove(user.id());
        sessions.endAllOf(user.id());
        generations.next(user.id());
        events.record(TOTP_REMOVED, by, user.id(), reason);
        return Outcome.done(directory.get(user.id()));
    }
}
