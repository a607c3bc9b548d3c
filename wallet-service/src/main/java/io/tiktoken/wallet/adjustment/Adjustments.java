package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.adjustment.Adjustment.Decision;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.ledger.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All adjustments and what became of them: both are added, and there is no statement here that changes one. */
@Repository
class Adjustments {

    private static final String WITH_DECISIONS = """
            SELECT a.*, d.state, d.decided_by, d.decided_by_name, d.decided_at
            FROM adjustments a LEFT JOIN adjustment_decisions d ON d.adjustment = a.id
            """;

    private final JdbcClient jdbc;

    Adjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Adjustment> find(UUID id) {
        return jdbc.sql(WITH_DECISIONS + "WHERE a.id = ?")
                .param(id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Those in a state, of a wallet, or all of them, newest first. */
    List<Adjustment> list(@Nullable State state, @Nullable UUID owner, Instant now, PageQuery query) {
        return jdbc.sql(WITH_DECISIONS + """
                        WHERE (:before IS NULL OR a.id < :before)
                            AND (:owner IS NULL OR a.owner = :owner)
                            AND (:state IS NULL OR :state = CASE
                                WHEN d.state IS NOT NULL THEN d.state
                                WHEN a.expires_at > :now THEN 'AWAITING_CONFIRMATION'
                                ELSE 'EXPIRED' END)
                        ORDER BY a.id DESC LIMIT :rows
                        """)
                .param("before", query.before() == null ? null : query.before().toString())
                .param("owner", owner == null ? null : owner.toString())
                .param("state", state == null ? null : state.name())
                .param("now", now.toEpochMilli())
                .param("rows", query.rowsToRead())
                .query((row, _) -> read(row))
                .list();
    }

    void add(Adjustment adjustment) {
        jdbc.sql("""
                        INSERT INTO adjustments
                        (id, owner, amount, reason, corrects, requested_by, requested_by_name, requested_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(adjustment.id().toString())
                .param(adjustment.owner().toString())
                .param(adjustment.amount().amount())
                .param(adjustment.reason().text())
                .param(
                        adjustment.corrects() == null
                                ? null
                                : adjustment.corrects().toString())
                .param(adjustment.requestedBy().id().toString())
                .param(adjustment.requestedBy().username())
                .param(adjustment.requestedAt().toEpochMilli())
                .param(adjustment.expiresAt().toEpochMilli())
                .update();
    }

    /** There is room for one decision each: whoever comes second breaks the table's key, and what they wrote is undone. */
    void decide(UUID id, Decision decision) {
        jdbc.sql("""
                        INSERT INTO adjustment_decisions (adjustment, state, decided_by, decided_by_name, decided_at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .param(id.toString())
                .param(decision.state().name())
                .param(decision.by().id().toString())
                .param(decision.by().username())
                .param(decision.at().toEpochMilli())
                .update();
    }

    /** Whether a wallet has this transaction. */
    boolean isTransactionOf(UUID owner, UUID transaction) {
        return jdbc.sql("""
                        SELECT 1 FROM entries e JOIN postings p ON p.entry = e.sequence
                        WHERE e.id = ? AND p.account = ?
                        """)
                .params(transaction.toString(), Account.walletOf(owner).name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static Adjustment read(ResultSet row) throws SQLException {
        var corrects = row.getString("corrects");
        return new Adjustment(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("owner")),
                Money.tikTokens(row.getLong("amount")),
                new Reason(row.getString("reason")),
                corrects == null ? null : UUID.fromString(corrects),
                administrator(row, "requested_by"),
                Instant.ofEpochMilli(row.getLong("requested_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                decision(row));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return state == null
                ? null
                : new Decision(
                        State.valueOf(state),
                        administrator(row, "decided_by"),
                        Instant.ofEpochMilli(row.getLong("decided_at")));
    }

    private static Administrator administrator(ResultSet row, String column) throws SQLException {
        return new Administrator(UUID.fromString(row.getString(column)), row.getString(column + "_name"));
    }
}
