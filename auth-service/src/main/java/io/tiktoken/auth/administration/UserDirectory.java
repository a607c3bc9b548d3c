package io.tiktoken.auth.administration;

import io.tiktoken.auth.pin.Pins;
import io.tiktoken.auth.session.OpenSessions;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks people up for administrators. */
@Repository
public class UserDirectory {

    /** What stands in one row; the rest is asked for one by one. */
    private record Row(UserSummary summary, @Nullable Instant suspendedAt, boolean passwordIsOneTime) {}

    private static final String SELECT = """
            SELECT id, username, display_name, administrator, suspended_at, created_at, password_is_one_time,
                   EXISTS (SELECT 1 FROM authenticators
                           WHERE user_id = users.id AND confirmed_at IS NOT NULL) AS second_factor
            FROM users
            """;

    private static final String LAST_LOGIN = """
            SELECT at FROM security_events WHERE subject = ? AND kind = 'LOGIN_SUCCEEDED' ORDER BY id DESC LIMIT 1""";

    private final JdbcClient jdbc;
    private final OpenSessions sessions;
    private final Pins pins;

    UserDirectory(JdbcClient jdbc, OpenSessions sessions, Pins pins) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.pins = pins;
    }

    @Transactional(readOnly = true)
    public Page<UserSummary> search(UserFilter filter, PageQuery page) {
        var search = new UserSearch(filter, page);
        var rows = jdbc.sql(SELECT + search.where() + " ORDER BY id DESC LIMIT :rows")
                .params(search.parameters())
                .param("rows", page.rowsToRead())
                .query((row, _) -> row(row).summary())
                .list();
        return Page.of(rows, page, summary -> summary.user().id().value());
    }

    @Transactional(readOnly = true)
    public Optional<UserDetails> find(UserId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id.toString())
                .query((row, _) -> row(row))
                .optional()
                .map(row -> new UserDetails(
                        row.summary(),
                        row.suspendedAt(),
                        sessions.of(id).size(),
                        lastLogin(id),
                        pins.isLocked(id),
                        row.passwordIsOneTime()));
    }

    UserDetails get(UserId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no user " + id));
    }

    private @Nullable Instant lastLogin(UserId id) {
        return jdbc.sql(LAST_LOGIN)
                .param(id.toString())
                .query((row, _) -> Instant.ofEpochMilli(row.getLong("at")))
                .optional()
                .orElse(null);
    }

    private static Row row(ResultSet row) throws SQLException {
        var user = new User(
                UserId.of(row.getString("id")),
                new Username(row.getString("username")),
                new DisplayName(row.getString("display_name")),
                row.getBoolean("administrator"),
                row.getObject("suspended_at") != null);
        var createdAt = Instant.ofEpochMilli(row.getLong("created_at"));
        return new Row(
                new UserSummary(user, row.getBoolean("second_factor"), createdAt),
                user.suspended() ? Instant.ofEpochMilli(row.getLong("suspended_at")) : null,
                row.getBoolean("password_is_one_time"));
    }
}
