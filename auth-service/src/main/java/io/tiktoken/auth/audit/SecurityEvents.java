package io.tiktoken.auth.audit;

import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.runtime.Ids;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to whom, for whoever has to find out later. An event is recorded in the same write as what
 * it tells of, and there is no update or delete to call. It never holds a secret, or what somebody mistyped.
 */
@Component
public class SecurityEvents {

    /** What can happen. */
    public enum Kind {
        REGISTERED,
        LOGIN_SUCCEEDED,
        LOGIN_FAILED,
        LOGGED_OUT,
        ACCESS_RECOVERED,
        RECOVERY_FAILED,
        PIN_WRONG,
        PIN_LOCKED,
        PIN_RESET,
        PASSWORD_WRONG,
        APPROVAL_GIVEN
    }

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    SecurityEvents(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Something happened.
     *
     * @param user null when nobody here has the name that was given
     */
    public void record(Kind kind, @Nullable UserId user) {
        record(kind, user, null);
    }

    public void record(Kind kind, @Nullable UserId user, @Nullable String detail) {
        jdbc.sql("""
                        INSERT INTO security_events (id, at, kind, user_id, detail)
                        VALUES (:id, :at, :kind, :user, :detail)""")
                .param("id", ids.next().toString())
                .param("at", clock.millis())
                .param("kind", kind.name())
                .param("user", user == null ? null : user.toString())
                .param("detail", detail)
                .update();
    }
}
