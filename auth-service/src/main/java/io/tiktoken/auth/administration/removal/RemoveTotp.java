package io.tiktoken.auth.administration.removal;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.TOTP_REMOVED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.session.Sessions;
import io.tiktoken.auth.totp.Authenticators;
import io.tiktoken.auth.user.UserId;
import org.springframework.stereotype.Component;

/**
 * Takes somebody's second factor away; whoever is logged in with it, or in spite of it, is logged out, and what was
 * approved is worth nothing any more.
 */
@Component
class RemoveTotp {

    private final Authenticators authenticators;
    private final Sessions sessions;
    private final Generations generations;
    private final SecurityEvents events;

    RemoveTotp(Authenticators authenticators, Sessions sessions, Generations generations, SecurityEvents events) {
        this.authenticators = authenticators;
        this.sessions = sessions;
        this.generations = generations;
        this.events = events;
    }

    /** Called inside the write that decided it. */
    void from(UserId user, String reason, Actor by) {
        authenticators.remove(user);
        sessions.endAllOf(user);
        generations.next(user);
        events.record(TOTP_REMOVED, by, user, reason);
    }
}
