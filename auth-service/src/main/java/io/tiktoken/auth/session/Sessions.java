package io.tiktoken.auth.session;

import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.runtime.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is logged in. Whether somebody is an administrator, whose sessions are shorter, is looked at whenever one is used.
 * What changes anything is called inside a write.
 */
@Repository
public class Sessions {

    private static final String SELECT = """
            SELECT s.id, s.user_id, s.device, s.second_factor, s.created_at, s.last_used_at, u.administrator
            FROM sessions s JOIN users u ON u.id = s.user_id
            """;

    private static final String IS_OVER = """
            (s.created_at <= CASE u.administrator WHEN 1 THEN :administratorsTooOld ELSE :tooOld END
            OR s.last_used_at <= CASE u.administrator WHEN 1 THEN :administratorsTooIdle ELSE :tooIdle END)
            """;

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
        return judged(jdbc.sql(SELECT + "WHERE s.handle_hash = :handle AND NOT " + IS_OVER))
                .param("handle", handle.hash())
                .query((row, _) -> session(row))
                .optional();
    }

    /** Those of a person that are not over, newest first. */
    @Transactional(readOnly = true)
    public List<Session> of(UserId user) {
        return judged(jdbc.sql(SELECT + "WHERE s.user_id = :user AND NOT " + IS_OVER
                        + "ORDER BY s.created_at DESC, s.id DESC"))
                .param("user", user.toString())
                .query((row, _) -> session(row))
                .list();
    }

    /** Some that were over at a moment, for whoever tidies up. */
    @Transactional(readOnly = true)
    List<SessionId> thatWereOver(Instant moment, int most) {
        return judged(
                        jdbc.sql("SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE " + IS_OVER
                                + "LIMIT :most"),
                        moment)
                .param("most", most)
                .query((row, _) -> SessionId.of(row.getString("id")))
                .list();
    }

    /** Opens a session with a handle that nobody had before; one too many ends the oldest of its person. */
    SessionHandle open(User user, DeviceName device) {
        var handle = SessionHandle.random();
        var now = clock.millis();
        jdbc.sql("""
                        INSERT INTO sessions (id, handle_hash, user_id, device, created_at, last_used_at)
                        VALUES (?, ?, ?, ?, ?, ?)""")
                .params(ids.next().toString(), handle.hash(), user.id().toString(), device.value(), now, now)
                .update();
        keepTheNewestOf(user.id());
        return handle;
    }

    void noteUse(Session session) {
        jdbc.sql("UPDATE sessions SET last_used_at = ? WHERE id = ? AND last_used_at < ?")
                .params(clock.millis(), session.id().toString(), clock.millis())
                .update();
    }

    /** Whether the person had such a session to end. */
    boolean end(UserId user, SessionId session) {
        return jdbc.sql("DELETE FROM sessions WHERE id = ? AND user_id = ?")
                        .params(session.toString(), user.toString())
                        .update()
                == 1;
    }

    void end(List<SessionId> sessions) {
        jdbc.sql("DELETE FROM sessions WHERE id IN (:sessions)")
                .param("sessions", sessions.stream().map(SessionId::toString).toList())
                .update();
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

    private void keepTheNewestOf(UserId user) {
        judged(jdbc.sql("""
                        DELETE FROM sessions WHERE user_id = :user AND id NOT IN (
                            SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id
                            WHERE s.user_id = :user AND NOT %s ORDER BY s.created_at DESC, s.id DESC LIMIT :most)""".formatted(IS_OVER)))
                .param("user", user.toString())
                .param("most", settings.perUser())
                .update();
    }

    private StatementSpec judged(StatementSpec statement) {
        return judged(statement, clock.instant());
    }

    private StatementSpec judged(StatementSpec statement, Instant moment) {
        var now = moment.toEpochMilli();
        var customers = settings.limits(false);
        var administrators = settings.limits(true);
        return statement
                .param("tooOld", now - customers.longest().toMillis())
                .param("tooIdle", now - customers.idle().toMillis())
                .param("administratorsTooOld", now - administrators.longest().toMillis())
                .param("administratorsTooIdle", now - administrators.idle().toMillis());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                SessionId.of(row.getString("id")),
                UserId.of(row.getString("user_id")),
                new DeviceName(row.getString("device")),
                row.getBoolean("second_factor"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("last_used_at")));
    }
}
