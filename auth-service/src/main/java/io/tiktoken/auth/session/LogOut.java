package io.tiktoken.auth.session;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.LOGGED_OUT;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Service;

/** Ends a session; its handle opens nothing from then on. */
@Service
public class LogOut {

    private final Sessions sessions;
    private final SecurityEvents events;
    private final SingleWriter writer;

    LogOut(Sessions sessions, SecurityEvents events, SingleWriter writer) {
        this.sessions = sessions;
        this.events = events;
        this.writer = writer;
    }

    public void logOut(UserId user, SessionId session, Actor by) {
        writer.run(() -> {
            if (sessions.end(user, session)) {
                events.record(LOGGED_OUT, by, user);
            }
        });
    }
}
