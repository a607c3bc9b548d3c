package io.tiktoken.auth.session;

import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.runtime.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who is logged in. What changes anything is called inside a write. */
@Repository
public class Sessions {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final SessionSettings settings;

    Sessions(JdbcClient jdbc, Ids ids, Clock clock, SessionSettings settings) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** A session that is not over, by what its holder shows. */
    @Transactional(readOnly = true)
    Optional<Session> byHandle(SessionHandle handle) {
        var now = clock.instant();
        return jdbc.sql(
                        "SELECT id, user_id, second_factor, created_at, last_used_at FROM sessions WHERE handle_hash = ?")
                .param(handle.hash())
                .query((row, _) -> session(row))
                .optional()
                .filter(session -> !session.isOver(now, settings));
    }

    /** Opens a session with a handle that nobody had before, and tidies up what its person left behind. */
    SessionHandle open(UserId user) {
        var handle = SessionHandle.random();
        var now = clock.millis();
        jdbc.sql("INSERT INTO sessions (id, handle_hash, user_id, created_at, last_used_at) VALUES (?, ?, ?, ?, ?)")
                .params(ids.next().toString(), handle.hash(), user.toString(), now, now)
                .update();
        deleteOldOnesOf(user, now);
        return handle;
    }

    void noteUse(Session session) {
        jdbc.sql("UPDATE sessions SET last_used_at = ? WHERE id = ? AND last_used_at < ?")
                .params(clock.millis(), session.id().toString(), clock.millis())
                .update();
    }

    /** Whether there was one to end. */
    boolean end(SessionId id) {
        return jdbc.sql("DELETE FROM sessions WHERE id = ?")
                        .param(id.toString())
                        .update()
                == 1;
    }

    public void endAllOf(UserId user) {
        jdbc.sql("DELETE FROM sessions WHERE user_id = ?")
                .param(user.toString())
                .update();
    }

    /** Logs the person out everywhere but here. */
    public void endOthersOf(UserId user, SessionId here) {
        jdbc.sql("DELETE FROM sessions WHERE user_id = ? AND id <> ?")
                .params(user.toString(), here.toString())
                .update();
    }

    private void deleteOldOnesOf(UserId user, long now) {
        jdbc.sql("""
                        DELETE FROM sessions WHERE user_id = :user AND (created_at <= :tooOld OR last_used_at <= :tooIdle
                        OR id NOT IN (SELECT id FROM sessions WHERE user_id = :user ORDER BY id DESC LIMIT :most))""")
                .param("user", user.toString())
                .param("tooOld", now - settings.longest().toMillis())
                .param("tooIdle", now - settings.idle().toMillis())
                .param("most", settings.perUser())
                .update();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                SessionId.of(row.getString("id")),
                UserId.of(row.getString("user_id")),
                row.getBoolean("second_factor"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("last_used_at")));
    }
}
