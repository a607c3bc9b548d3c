package io.tiktoken.auth.session;

import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The sessions that are not over. Whether somebody is an administrator, whose sessions are shorter, is looked at whenever
 * one is used.
 */
@Component
public class OpenSessions {

    private final Sessions sessions;
    private final SessionSettings settings;
    private final Ids ids;
    private final Clock clock;

    OpenSessions(Sessions sessions, SessionSettings settings, Ids ids, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** By what its holder shows. */
    Optional<Session> byHandle(SessionHandle handle) {
        return sessions.byHandle(handle.hash()).filter(this::isOpen);
    }

    /** Newest first. */
    public List<Session> of(UserId user) {
        return sessions.of(user).stream().filter(this::isOpen).toList();
    }

    /** Opens one with a handle that nobody had before, inside a write; one too many ends the oldest of its person. */
    SessionHandle open(User user, DeviceName device, boolean secondFactor) {
        var handle = SessionHandle.random();
        sessions.add(new SessionId(ids.next()), handle.hash(), user.id(), device, secondFactor);
        var kept = of(user.id()).stream()
                .limit(settings.perUser())
                .map(Session::id)
                .toList();
        sessions.endOthersOf(user.id(), kept);
        return handle;
    }

    private boolean isOpen(Session session) {
        return !session.isOver(clock.instant(), settings.limits(session.administrator()));
    }
}
