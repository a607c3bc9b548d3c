package io.tiktoken.auth.administration;

import static java.util.Objects.requireNonNull;

import io.tiktoken.auth.pin.Pins;
import io.tiktoken.auth.session.OpenSessions;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.User;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.auth.user.Username;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.SearchForm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks people up for administrators. */
@Repository
public class UserDirectory {

    /** What stands in one row; the rest is asked for one by one. */
    private record Row(
            UserId id,
            Username username,
            DisplayName displayName,
            boolean administrator,
            @Nullable Instant suspendedAt,
            Instant createdAt,
            boolean passwordIsOneTime,
            boolean secondFactor) {

        UserSummary summary() {
            var user = new User(id, username, displayName, administrator, suspendedAt != null);
            return new UserSummary(user, secondFactor, createdAt);
        }
    }

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

    /** Only those conditions are asked for that narrow something: SQLite uses no partial index for a condition on a parameter. */
    @Transactional(readOnly = true)
    public Page<UserSummary> search(UserFilter filter, PageQuery page) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>(Map.of("rows", page.rowsToRead()));
        if (page.before() != null) {
            conditions.add("id < :before");
            parameters.put("before", page.before());
        }
        if (filter.role() == Role.ADMIN) { // Everybody is a customer.
            conditions.add("administrator = 1");
        }
        if (filter.suspended() != null) {
            conditions.add(filter.suspended() ? "suspended_at IS NOT NULL" : "suspended_at IS NULL");
        }
        if (filter.beginning() != null) {
            conditions.add("(username LIKE :name ESCAPE '\\' OR ' ' || search_text LIKE :word ESCAPE '\\')");
            parameters.put("name", SearchForm.atItsBeginning(filter.beginning()));
            parameters.put("word", SearchForm.atTheBeginningOfAWord(filter.beginning()));
        }
        var where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        var sql = SELECT + where + " ORDER BY id DESC LIMIT :rows";
        var rows = jdbc.sql(sql).params(parameters).query(Row.class).stream()
                .map(row -> requireNonNull(row).summary())
                .toList();
        return Page.of(rows, page, summary -> summary.user().id().value());
    }

    @Transactional(readOnly = true)
    public Optional<UserDetails> find(UserId id) {
        return jdbc.sql(SELECT + "WHERE id = ?")
                .param(id)
                .query(Row.class)
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
        return jdbc.sql(LAST_LOGIN).param(id).query(Instant.class).optional().orElse(null);
    }
}
