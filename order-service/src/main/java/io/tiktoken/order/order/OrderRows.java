package io.tiktoken.order.order;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How an order and its lines lie in the database. */
@Repository
class OrderRows {

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Order order) {
        jdbc.sql("""
                        INSERT INTO orders (id, customer_id, merchant_id, merchant_name, currency, total,
                                            status, created_at, expires_at, changed_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(order.id().toString())
                .param(order.customerId().toString())
                .param(order.merchant().id().toString())
                .param(order.merchant().name())
                .param(order.total().currency().code())
                .param(order.total().amount())
                .param(order.status().name())
                .param(order.createdAt().toEpochMilli())
                .param(order.expiresAt().toEpochMilli())
                .param(order.changedAt().toEpochMilli())
                .param(order.version())
                .update();
        for (var position = 0; position < order.lines().size(); position++) {
            insert(order.id(), position, order.lines().get(position));
        }
    }

    private void insert(OrderId order, int position, OrderLine line) {
        jdbc.sql("""
                        INSERT INTO order_lines (order_id, position, product_id, name, unit_price, quantity)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .param(order.toString())
                .param(position)
                .param(line.productId().toString())
                .param(line.name())
                .param(line.unitPrice().amount())
                .param(line.quantity())
                .update();
    }

    /**
     * Orders with their lines, newest first, in one query.
     *
     * @param condition which of them: everything that follows {@code FROM orders}
     */
    List<Order> read(String condition, Object... parameters) {
        return jdbc.sql("""
                        SELECT o.*, line.product_id, line.name, line.unit_price, line.quantity
                        FROM (SELECT * FROM orders %s) o JOIN order_lines line ON line.order_id = o.id
                        ORDER BY o.id DESC, line.position
                        """.formatted(condition)).params(parameters).query(OrderRows::fold);
    }

    private static List<Order> fold(ResultSet row) throws SQLException {
        var orders = new ArrayList<Order>();
        var more = row.next();
        while (more) {
            var id = row.getString("id");
            var order = order(row);
            var lines = new ArrayList<OrderLine>();
            do {
                lines.add(line(row));
                more = row.next();
            } while (more && row.getString("id").equals(id));
            orders.add(order.apply(lines));
        }
        return orders;
    }

    private static Function<List<OrderLine>, Order> order(ResultSet row) throws SQLException {
        var id = OrderId.of(row.getString("id"));
        var customer = UUID.fromString(row.getString("customer_id"));
        var merchant = new Merchant(UUID.fromString(row.getString("merchant_id")), row.getString("merchant_name"));
        var createdAt = Instant.ofEpochMilli(row.getLong("created_at"));
        var expiresAt = Instant.ofEpochMilli(row.getLong("expires_at"));
        var status = OrderStatus.valueOf(row.getString("status"));
        var changedAt = Instant.ofEpochMilli(row.getLong("changed_at"));
        var version = row.getInt("version");
        return lines -> new Order(id, customer, merchant, lines, createdAt, expiresAt, status, changedAt, version);
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                UUID.fromString(row.getString("product_id")),
                row.getString("name"),
                new Money(row.getLong("unit_price"), Currency.of(row.getString("currency"))),
                row.getInt("quantity"));
    }
}
