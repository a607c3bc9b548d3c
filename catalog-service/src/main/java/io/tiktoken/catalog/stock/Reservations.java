package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All reservations there ever were, refused and buried ones included: none is ever deleted. */
@Repository
class Reservations {

    private record Row(
            ReservationState state,
            @Nullable Sha256 bodySha256,
            @Nullable Instant expiresAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Reservations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Reservation> find(ReservationId id) {
        return jdbc.sql("SELECT state, body_sha256, expires_at FROM reservations WHERE id = ?")
                .param(id)
                .query(Row.class)
                .optional()
                .map(row -> new Reservation(
                        id, row.state(), row.bodySha256(), row.expiresAt(), linesOf(id), shortagesOf(id)));
    }

    /** Those whose time is over, the longest overdue first. */
    @Transactional(readOnly = true)
    List<ReservationId> due(Instant now, int atMost) {
        return List.copyOf(jdbc.sql("""
                        SELECT id AS value FROM reservations WHERE state = 'RESERVED' AND expires_at <= ?
                        ORDER BY expires_at LIMIT ?
                        """)
                .params(now.toEpochMilli(), atMost)
                .query(ReservationId.class)
                .list());
    }

    void add(Reservation reservation) {
        var expiresAt = reservation.expiresAt();
        var rows = jdbc.sql("""
                        INSERT INTO reservations (id, state, body_sha256, expires_at, changed_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                        """)
                .param(reservation.id())
                .param(reservation.state())
                .param(reservation.body())
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
                .params(after, clock.millis(), id, before)
                .update();
        OvertakenException.unlessOneRow(rows, "Reservation", id);
    }

    private void addLine(ReservationId id, Line line) {
        jdbc.sql("INSERT INTO reservation_lines (reservation_id, product_id, quantity) VALUES (?, ?, ?)")
                .params(id, line.productId(), line.quantity())
                .update();
    }

    private void addShortage(ReservationId id, Shortage shortage) {
        jdbc.sql("INSERT INTO shortages (reservation_id, product_id, requested, available) VALUES (?, ?, ?, ?)")
                .params(id, shortage.productId(), shortage.requested(), shortage.available())
                .update();
    }

    private Lines linesOf(ReservationId id) {
        return new Lines(List.copyOf(jdbc.sql("""
                        SELECT product_id, quantity FROM reservation_lines
                        WHERE reservation_id = ? ORDER BY product_id
                        """).param(id).query(Line.class).list()));
    }

    private List<Shortage> shortagesOf(ReservationId id) {
        return List.copyOf(jdbc.sql("""
                        SELECT product_id, requested, available FROM shortages
                        WHERE reservation_id = ? ORDER BY product_id
                        """).param(id).query(Shortage.class).list());
    }
}
