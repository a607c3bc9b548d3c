package io.tiktoken.catalog.stock;

import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.reservation.ReservationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All reservations there ever were, refused and buried ones included: none is ever deleted. */
@Repository
class Reservations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Reservations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Reservation> find(ReservationId id) {
        return jdbc.sql("SELECT state, body_sha256, expires_at FROM reservations WHERE id = ?")
                .param(id.toString())
                .query((row, _) -> new Reservation(
                        id,
                        ReservationState.valueOf(row.getString("state")),
                        fingerprint(row.getString("body_sha256")),
                        instant(row, "expires_at"),
                        Lines.NONE,
                        List.of()))
                .optional()
                .map(this::complete);
    }

    /** Those whose time is over, the longest overdue first. */
    List<ReservationId> due(Instant now, int atMost) {
        return jdbc.sql("""
                        SELECT id FROM reservations WHERE state = 'RESERVED' AND expires_at <= ?
                        ORDER BY expires_at LIMIT ?
                        """)
                .params(now.toEpochMilli(), atMost)
                .query((row, _) -> new ReservationId(UUID.fromString(row.getString("id"))))
                .list();
    }

    void add(Reservation reservation) {
        var expiresAt = reservation.expiresAt();
        var rows = jdbc.sql("""
                        INSERT INTO reservations (id, state, body_sha256, expires_at, changed_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                        """)
                .param(reservation.id().toString())
                .param(reservation.state().name())
                .param(reservation.body() == null ? null : reservation.body().hex())
                .param(expiresAt == null ? null : expiresAt.toEpochMilli())
                .param(clock.millis())
                .update();
        OvertakenException.unlessOneRow(rows, "Reservation", reservation.id());
        reservation.lines().each().forEach(line -> addLine(reservation.id(), line));
        reservation.shortages().forEach(shortage -> addShortage(reservation.id(), shortage));
    }

    /** Only from the state that it was in when the ruling was made. */
    void change(ReservationId id, ReservationState before, ReservationState after) {
        var rows = jdbc.sql("UPDATE reservations SET state = ?, changed_at = ? WHERE id = ? AND state = ?")
                .params(after.name(), clock.millis(), id.toString(), before.name())
                .update();
        OvertakenException.unlessOneRow(rows, "Reservation", id);
    }

    private Reservation complete(Reservation head) {
        return new Reservation(
                head.id(), head.state(), head.body(), head.expiresAt(), linesOf(head.id()), shortagesOf(head.id()));
    }

    private void addLine(ReservationId id, Line line) {
        jdbc.sql("INSERT INTO reservation_lines (reservation_id, product_id, quantity) VALUES (?, ?, ?)")
                .params(id.toString(), line.productId().toString(), line.quantity())
                .update();
    }

    private void addShortage(ReservationId id, Shortage shortage) {
        jdbc.sql("INSERT INTO shortages (reservation_id, product_id, requested, available) VALUES (?, ?, ?, ?)")
                .params(id.toString(), shortage.productId().toString(), shortage.requested(), shortage.available())
                .update();
    }

    private Lines linesOf(ReservationId id) {
        return new Lines(jdbc.sql("""
                        SELECT product_id, quantity FROM reservation_lines
                        WHERE reservation_id = ? ORDER BY product_id
                        """)
                .param(id.toString())
                .query((row, _) -> new Line(ProductId.of(row.getString("product_id")), row.getInt("quantity")))
                .list());
    }

    private List<Shortage> shortagesOf(ReservationId id) {
        return jdbc.sql("""
                        SELECT product_id, requested, available FROM shortages
                        WHERE reservation_id = ? ORDER BY product_id
                        """)
                .param(id.toString())
                .query((row, _) -> new Shortage(
                        ProductId.of(row.getString("product_id")), row.getInt("requested"), row.getInt("available")))
                .list();
    }

    private static @Nullable Sha256 fingerprint(@Nullable String hex) {
        return hex == null ? null : new Sha256(hex);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
