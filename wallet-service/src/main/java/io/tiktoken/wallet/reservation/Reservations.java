package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All reservations ever made, and the releases that came before theirs. */
@Repository
class Reservations {

    /** Newest first; the one at the cursor may have ended meanwhile, but its time is known. */
    static final String OPEN_ONES = """
            SELECT * FROM reservations
            WHERE state = 'RESERVED' AND customer_id = :customer AND (:before IS NULL OR (created_at, id) <
                (SELECT created_at, id FROM reservations WHERE id = :before AND customer_id = :customer))
            ORDER BY created_at DESC, id DESC LIMIT :rows
            """;

    private final JdbcClient jdbc;

    Reservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reservation with this id, which is in state {@code NONE} when nobody has heard of it. */
    Reservation find(ReservationId id) {
        return jdbc.sql("SELECT * FROM reservations WHERE id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .optional()
                .orElseGet(() -> Reservation.unknown(id));
    }

    void add(Reservation reservation, Terms terms) {
        jdbc.sql("""
                        INSERT INTO reservations
                        (id, state, refusal, body_hash, customer_id, payee_id, payee_name, order_id, amount,
                            created_at, expires_at, seal)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(reservation.id())
                .param(reservation.state())
                .param(reservation.refusal())
                .param(terms.bodyHash())
                .param(terms.customer())
                .param(terms.payee())
                .param(terms.payeeName())
                .param(terms.order())
                .param(terms.amount().amount())
                .param(terms.reservedAt().toEpochMilli())
                .param(terms.expiresAt().toEpochMilli())
                .param(terms.sealedFor(reservation.id()).hex())
                .update();
    }

    void addTombstone(ReservationId id, Instant now) {
        jdbc.sql("INSERT INTO reservations (id, state, created_at) VALUES (?, 'TOMBSTONE', ?)")
                .params(id, now.toEpochMilli())
                .update();
    }

    /** Ends a reservation that is still open. */
    GuardedUpdate settle(ReservationId id, ReservationState end) {
        return GuardedUpdate.of(jdbc.sql("UPDATE reservations SET state = ? WHERE id = ? AND state = 'RESERVED'")
                .params(end, id)
                .update());
    }

    /** Counts a refund, as long as no more is given back than was paid. */
    GuardedUpdate addRefund(ReservationId id, Money amount) {
        return GuardedUpdate.of(
                jdbc.sql("""
                        UPDATE reservations SET refunded = refunded + :amount
                        WHERE id = :id AND state = 'COMMITTED' AND refunded + :amount <= amount
                        """).param("amount", amount.amount()).param("id", id).update());
    }

    /** Open reservations whose time is up, the longest overdue first. */
    @Transactional(readOnly = true)
    List<ReservationId> due(Instant now, int atMost) {
        return jdbc.sql("""
                        SELECT id FROM reservations WHERE state = 'RESERVED' AND expires_at <= ?
                        ORDER BY expires_at LIMIT ?
                        """)
                .params(now.toEpochMilli(), atMost)
                .query((row, _) -> new ReservationId(UUID.fromString(row.getString("id"))))
                .list();
    }

    /** A customer's open reservations, newest first. */
    List<Reservation> open(OwnerId customer, PageQuery query) {
        return jdbc.sql(OPEN_ONES)
                .param("customer", customer)
                .param("before", query.before())
                .param("rows", query.rowsToRead())
                .query((row, _) -> read(row))
                .list();
    }

    private static Reservation read(ResultSet row) throws SQLException {
        var refusal = row.getString("refusal");
        return new Reservation(
                new ReservationId(UUID.fromString(row.getString("id"))),
                ReservationState.valueOf(row.getString("state")),
                row.getString("body_hash") == null ? null : terms(row),
                refusal == null ? null : Refusal.valueOf(refusal),
                Money.tikTokens(row.getLong("refunded")));
    }

    private static @Nullable Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getString("body_hash"),
                new OwnerId(UUID.fromString(row.getString("customer_id"))),
                new OwnerId(UUID.fromString(row.getString("payee_id"))),
                row.getString("payee_name"),
                new OrderId(UUID.fromString(row.getString("order_id"))),
                Money.tikTokens(row.getLong("amount")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
