package io.tiktoken.auth.session;

import static java.util.Objects.requireNonNull;

import io.tiktoken.auth.user.Credentials;
import io.tiktoken.auth.user.Users;
import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Swaps the handle that a browser holds for an access token that services understand. */
@Service
public class ExchangeSession {

    /** Every answer to a handle. */
    public sealed interface Outcome {

        record Exchanged(String accessToken, Instant expiresAt) implements Outcome {

            @Override
            public String toString() {
                return "Exchanged[expiresAt=" + expiresAt + "]";
            }
        }

        /** There never was such a session, or it is over. */
        record SessionUnknown() implements Outcome {}
    }

    private final OpenSessions open;
    private final Sessions sessions;
    private final Users users;
    private final PersonTokens tokens;
    private final SessionSettings settings;
    private final SingleWriter writer;
    private final Clock clock;

    ExchangeSession(
            OpenSessions open,
            Sessions sessions,
            Users users,
            PersonTokens tokens,
            SessionSettings settings,
            SingleWriter writer,
            Clock clock) {
        this.open = open;
        this.sessions = sessions;
        this.users = users;
        this.tokens = tokens;
        this.settings = settings;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome exchange(SessionHandle handle) {
        var session = open.byHandle(handle).orElse(null);
        var credentials =
                session == null ? null : users.credentialsOf(session.userId()).orElse(null);
        if (session == null || credentials == null || credentials.user().suspended()) {
            return new Outcome.SessionUnknown();
        }
        if (session.useIsWorthNoting(clock.instant())) {
            writer.run(() -> sessions.noteUse(session.id()));
        }
        return exchanged(session, credentials);
    }

    private Outcome exchanged(Session session, Credentials credentials) {
        var token = tokens.tokenFor(credentials, session, session.endsAt(settings.limitsFor(credentials.user())));
        return new Outcome.Exchanged(token.getTokenValue(), requireNonNull(token.getExpiresAt()));
    }
}
