package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All top-ups, finished and on their way. */
@Repository
public class TopUps {

    private final JdbcClient jdbc;

    TopUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(TopUp topUp, Instant askAgainAt) {
        jdbc.sql("""
                        INSERT INTO top_ups
                        (id, owner, status, charged, charged_currency, payment_method, quote, credited, fee, rounding,
                            failure, holds_quote, ask_again_at, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(topUp.id().toString())
                .param(topUp.owner().toString())
                .param(topUp.status().name())
                .param(topUp.charged().amount())
                .param(topUp.charged().currency().code())
                .param(topUp.paymentMethod())
                .param(topUp.quote() == null ? null : topUp.quote().toString())
                .param(topUp.price() == null ? null : topUp.price().credited().amount())
                .param(topUp.price() == null ? null : topUp.price().fee().amount())
                .param(topUp.price() == null ? null : topUp.price().rounding().amount())
                .param(topUp.failure() == null ? null : topUp.failure().reason().name())
                .param(topUp.holdsQuote() ? 1 : 0)
                .param(askAgainAt.toEpochMilli())
                .param(topUp.createdAt().toEpochMilli())
                .update();
    }

    @Transactional(readOnly = true)
    Optional<TopUp> find(UUID id) {
        return jdbc.sql("SELECT * FROM top_ups WHERE id = ?")
                .param(id.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Takes a top-up one step on, unless somebody else has done so already. */
    GuardedUpdate replace(TopUp before, TopUp after) {
        return GuardedUpdate.of(jdbc.sql("""
                        UPDATE top_ups SET status = ?, credited = ?, fee = ?, rounding = ?, failure = ?,
                            decline_code = ?, holds_quote = ?
                        WHERE id = ? AND status = ? AND (credited IS NULL) = ? AND holds_quote = ?
                        """)
                .param(after.status().name())
                .param(after.price() == null ? null : after.price().credited().amount())
                .param(after.price() == null ? null : after.price().fee().amount())
                .param(after.price() == null ? null : after.price().rounding().amount())
                .param(after.failure() == null ? null : after.failure().reason().name())
                .param(after.failure() == null ? null : after.failure().declineCode())
                .param(after.holdsQuote() ? 1 : 0)
                .param(before.id().toString())
                .param(before.status().name())
                .param(before.price() == null ? 1 : 0)
                .param(before.holdsQuote() ? 1 : 0)
                .update());
    }

    /** What the owner's unfinished top-ups are going to bring. */
    public Money onTheirWayTo(UUID owner) {
        return Money.tikTokens(
                jdbc.sql("SELECT coalesce(sum(credited), 0) FROM top_ups WHERE owner = ? AND status = 'PENDING'")
                        .param(owner.toString())
                        .query(Long.class)
                        .single());
    }

    /** Top-ups for which somebody is to be asked or told again, the longest overdue first; an index has each of the two. */
    @Transactional(readOnly = true)
    List<Due> due(Instant now, int atMost) {
        return jdbc.sql("""
                        SELECT id, attempts, ask_again_at FROM top_ups
                        WHERE status = 'PENDING' AND ask_again_at <= :now
                        UNION ALL
                        SELECT id, attempts, ask_again_at FROM top_ups
                        WHERE holds_quote = 1 AND ask_again_at <= :now
                        ORDER BY ask_again_at LIMIT :atMost
                        """)
                .param("now", now.toEpochMilli())
                .param("atMost", atMost)
                .query((row, _) -> new Due(UUID.fromString(row.getString("id")), row.getInt("attempts")))
                .list();
    }

    void postpone(Due due, Instant until) {
        jdbc.sql("UPDATE top_ups SET attempts = ?, ask_again_at = ? WHERE id = ?")
                .params(due.attempts() + 1, until.toEpochMilli(), due.id().toString())
                .update();
    }

    /** A top-up whose wait is over, and how often it was asked for again before. */
    record Due(UUID id, int attempts) {}

    private static TopUp read(ResultSet row) throws SQLException {
        var quote = row.getString("quote");
        return new TopUp(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("owner")),
                TopUpStatus.valueOf(row.getString("status")),
                new Money(row.getLong("charged"), Currency.of(row.getString("charged_currency"))),
                row.getString("payment_method"),
                quote == null ? null : UUID.fromString(quote),
                price(row),
                failure(row),
                row.getInt("holds_quote") == 1,
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static @Nullable Price price(ResultSet row) throws SQLException {
        var credited = row.getLong("credited");
        return row.wasNull()
                ? null
                : new Price(
                        Money.tikTokens(credited),
                        Money.tikTokens(row.getLong("fee")),
                        Money.tikTokens(row.getLong("rounding")));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        var reason = row.getString("failure");
        return reason == null ? null : new Failure(Failure.Reason.valueOf(reason), row.getString("decline_code"));
    }
}
