package io.tiktoken.auth.session;

import static io.tiktoken.auth.audit.SecurityEvents.Kind.OTHER_SESSIONS_ENDED;
import static io.tiktoken.auth.audit.SecurityEvents.Kind.SESSION_ENDED;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.SingleWriter;
import org.springframework.stereotype.Service;

/** Ends sessions that a person no longer trusts: a lost phone's, or all but the one they are looking through. */
@Service
public class EndSessions {

    /** Every answer to ending one session. */
    public sealed interface Outcome {

        record Ended() implements Outcome {}

        /** There is no such session, or it is somebody else's: nobody is told which. */
        record SessionUnknown() implements Outcome {}
    }

    private final Sessions sessions;
    private final SecurityEvents events;
    private final SingleWriter writer;

    EndSessions(Sessions sessions, SecurityEvents events, SingleWriter writer) {
        this.sessions = sessions;
        this.events = events;
        this.writer = writer;
    }

    public Outcome end(UserId user, SessionId session, Actor by) {
        return writer.write(() -> {
            if (!sessions.end(user, session)) {
                return new Outcome.SessionUnknown();
            }
            events.record(SESSION_ENDED, by, user);
            return new Outcome.Ended();
        });
    }

    public void endOthers(UserId user, SessionId here, Actor by) {
        writer.run(() -> {
            sessions.endOthersOf(user, here);
            events.record(OTHER_SESSIONS_ENDED, by, user);
        });
    }
}
