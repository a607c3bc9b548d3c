package io.tiktoken.catalog.stock;

import io.tiktoken.catalog.product.ProductId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many of each product are on hand, and how many of those are reserved. Every change is guarded in
 * the statement itself, and the table's own constraint says once more that no more is promised than is there.
 */
@Repository
class Stock {

    private static final String RESERVE = """
            UPDATE stock SET reserved = reserved + :quantity
            WHERE product_id = :product AND on_hand - reserved >= :quantity
            """;
    private static final String COMMIT = """
            UPDATE stock SET on_hand = on_hand - :quantity, reserved = reserved - :quantity
            WHERE product_id = :product AND reserved >= :quantity
            """;
    private static final String RELEASE = """
            UPDATE stock SET reserved = reserved - :quantity
            WHERE product_id = :product AND reserved >= :quantity
            """;
    private static final String PUT_BACK = """
            UPDATE stock SET on_hand = on_hand + :quantity WHERE product_id = :product
            """;

    private final JdbcClient jdbc;

    Stock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is missing for these lines; empty when there is enough of everything. */
    List<Shortage> shortagesFor(Lines lines) {
        return lines.each().stream()
                .map(line -> new Shortage(line.productId(), line.quantity(), available(line.productId())))
                .filter(shortage -> shortage.available() < shortage.requested())
                .toList();
    }

    /** Has the effect of a reservation that has just come into its present state. */
    void follow(Reservation reservation) {
        var lines = reservation.lines();
        switch (reservation.state()) {
            case RESERVED -> change(RESERVE, lines);
            case COMMITTED -> change(COMMIT, lines);
            case RELEASED, EXPIRED -> change(RELEASE, lines);
            case NONE, TOMBSTONE, REFUSED -> {
                // Nothing was set aside, so nothing moves.
            }
        }
    }

    void putBack(Lines lines) {
        change(PUT_BACK, lines);
    }

    void receive(Line line) {
        jdbc.sql("""
                        INSERT INTO stock (product_id, on_hand) VALUES (?, ?)
                        ON CONFLICT (product_id) DO UPDATE SET on_hand = on_hand + excluded.on_hand
                        """).params(line.productId(), line.quantity()).update();
    }

    private int available(ProductId product) {
        return jdbc.sql("SELECT on_hand - reserved FROM stock WHERE product_id = ?")
                .param(product)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void change(String guarded, Lines lines) {
        for (var line : lines.each()) {
            var rows = jdbc.sql(guarded)
                    .param("product", line.productId())
                    .param("quantity", line.quantity())
                    .update();
            OvertakenException.unlessOneRow(rows, "The stock of product", line.productId());
        }
    }
}
