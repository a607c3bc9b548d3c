package io.tiktoken.auth.administration.removal;

import io.tiktoken.auth.administration.removal.TotpRemoval.Status;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.defaults.text.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every removal of a second factor that was asked for. What changes anything is called inside a write. */
@Repository
public class TotpRemovals {

    private static final String SELECT = """
            SELECT r.id, r.user_id, people.username, r.requested_by, askers.username AS requested_by_name,
                   r.reason, r.status, r.requested_at, r.expires_at
            FROM totp_removals r
            JOIN users people ON people.id = r.user_id
            JOIN users askers ON askers.id = r.requested_by
            """;

    /** Nothing holds any more once it ran out, whoever asked can no longer ask, or there is nothing left to remove. */
    private static final String HOLDS = """
            status = 'AWAITING_CONFIRMATION' AND expires_at > :now
            AND requested_by IN (SELECT id FROM able_administrators)
            AND user_id IN (SELECT user_id FROM authenticators WHERE confirmed_at IS NOT NULL)
            """;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final TotpRemovalSettings settings;

    TotpRemovals(JdbcClient jdbc, Ids ids, Clock clock, TotpRemovalSettings settings) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Those that another administrator can confirm, newest first. */
    @Transactional(readOnly = true)
    public Page<TotpRemoval> open(PageQuery page) {
        var before = page.before() == null ? "g" : page.before().toString(); // "g" sorts after every UUID.
        var rows = jdbc.sql(SELECT + "WHERE " + HOLDS + "AND r.id < :before ORDER BY r.id DESC LIMIT :rows")
                .param("now", clock.millis())
                .param("before", before)
                .param("rows", page.rowsToRead())
                .query((row, _) -> removal(row))
                .list();
        return Page.of(rows, page, removal -> removal.id().value());
    }

    @Transactional(readOnly = true)
    public Optional<TotpRemoval> find(TotpRemovalId id) {
        return jdbc.sql(SELECT + "WHERE r.id = ?")
                .param(id.toString())
                .query((row, _) -> removal(row))
                .optional();
    }

    Optional<TotpRemoval> openFor(UserId user) {
        return jdbc.sql(SELECT + "WHERE user_id = :user AND " + HOLDS)
                .param("user", user.toString())
                .param("now", clock.millis())
                .query((row, _) -> removal(row))
                .optional();
    }

    TotpRemoval add(UserId user, UserId requestedBy, Reason reason) {
        var id = new TotpRemovalId(ids.next());
        var now = clock.instant();
        jdbc.sql("""
                        INSERT INTO totp_removals (id, user_id, requested_by, reason, status, requested_at, expires_at)
                        VALUES (?, ?, ?, ?, 'AWAITING_CONFIRMATION', ?, ?)""")
                .params(
                        id.toString(),
                        user.toString(),
                        requestedBy.toString(),
                        reason.text(),
                        now.toEpochMilli(),
                        now.plus(settings.lifetime()).toEpochMilli())
                .update();
        return find(id).orElseThrow();
    }

    /** Decides one that still holds; of several who do so at once, one succeeds. */
    boolean decide(TotpRemovalId id, Status status, UserId by) {
        return jdbc.sql(
                                "UPDATE totp_removals SET status = :status, decided_by = :by, decided_at = :now WHERE id = :id AND "
                                        + HOLDS)
                        .param("status", status.name())
                        .param("by", by.toString())
                        .param("now", clock.millis())
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    /** Makes way for another: what waits for this person, whether or not it still holds, waits no more. */
    void lapse(UserId user) {
        jdbc.sql("""
                        UPDATE totp_removals SET status = 'LAPSED', decided_at = ?
                        WHERE user_id = ? AND status = 'AWAITING_CONFIRMATION'""").params(clock.millis(), user.toString()).update();
    }

    private static TotpRemoval removal(ResultSet row) throws SQLException {
        return new TotpRemoval(
                new TotpRemovalId(UUID.fromString(row.getString("id"))),
                UserId.of(row.getString("user_id")),
                row.getString("username"),
                UserId.of(row.getString("requested_by")),
                row.getString("requested_by_name"),
                row.getString("reason"),
                Status.valueOf(row.getString("status")),
                Instant.ofEpochMilli(row.getLong("requested_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
