package io.tiktoken.catalog.stock;

import io.tiktoken.catalog.stock.ReturnStock.Request;
import io.tiktoken.defaults.crypto.Sha256;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All returns, refused ones included, and how much of each committed reservation has come back. */
@Repository
class StockReturns {

    /** A return that has been decided before. */
    record Decided(Sha256 bodySha256, boolean accepted) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    StockReturns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Decided> find(ReturnId id) {
        return jdbc.sql("SELECT body_sha256, accepted FROM stock_returns WHERE id = ?")
                .param(id)
                .query(Decided.class)
                .optional();
    }

    void add(Request request, boolean accepted) {
        var rows = jdbc.sql("""
                        INSERT INTO stock_returns (id, reservation_id, body_sha256, accepted, made_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
                        """)
                .param(request.id())
                .param(request.reservationId())
                .param(request.fingerprint())
                .param(accepted)
                .param(clock.millis())
                .update();
        OvertakenException.unlessOneRow(rows, "Return", request.id());
    }

    /** Whether so many were taken and have not come back yet. */
    boolean stillOut(ReservationId reservation, Line line) {
        return jdbc.sql("""
                                SELECT quantity - returned FROM reservation_lines
                                WHERE reservation_id = ? AND product_id = ?
                                """)
                        .params(reservation, line.productId())
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                >= line.quantity();
    }

    void markReturned(ReservationId reservation, Line line) {
        var rows = jdbc.sql("""
                        UPDATE reservation_lines SET returned = returned + :quantity
                        WHERE reservation_id = :reservation AND product_id = :product
                          AND returned + :quantity <= quantity
                        """)
                .param("quantity", line.quantity())
                .param("reservation", reservation)
                .param("product", line.productId())
                .update();
        OvertakenException.unlessOneRow(
                rows, "The line of product %s in reservation".formatted(line.productId()), reservation);
    }
}
