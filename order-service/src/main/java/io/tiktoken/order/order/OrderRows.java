package io.tiktoken.order.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.Repository;

/** How orders and their lines lie in the database. They are read together by one query: a row per line. */
interface OrderRows extends Repository<OrderRows.Row, OrderId> {

    /** An order with one of its lines. */
    record Row(
            OrderId id,
            UUID customerId,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "merchant_")
            Merchant merchant,

            @Embedded(onEmpty = OnEmpty.USE_NULL) OrderLine line,
            Instant createdAt,
            Instant expiresAt,
            OrderStatus status,
            Instant changedAt,
            int version) {

        private static Order fold(List<Row> rows) {
            var one = rows.getFirst();
            var lines = rows.stream().map(Row::line).toList();
            return new Order(
                    one.id,
                    one.customerId,
                    one.merchant,
                    lines,
                    one.createdAt,
                    one.expiresAt,
                    one.status,
                    one.changedAt,
                    one.version);
        }
    }

    String READ = """
            SELECT o.*, line.product_id, line.name, line.quantity,
                   line.unit_price AS unit_price_amount, o.currency AS unit_price_currency
            FROM (SELECT * FROM orders\s""";
    String WITH_LINES = ") o JOIN order_lines line ON line.order_id = o.id ORDER BY o.id DESC, line.position";

    /** Newest first. */
    static List<Order> fold(List<Row> rows) {
        return rows.stream().collect(groupingBy(Row::id, LinkedHashMap::new, toList())).values().stream()
                .map(Row::fold)
                .toList();
    }

    @Query(READ + "WHERE id = :id" + WITH_LINES)
    List<Row> find(OrderId id);

    /** The newest, or those before an order; 'g' sorts after every UUID. */
    @Query(READ + "WHERE customer_id = :customer AND id < COALESCE(:before, 'g') ORDER BY id DESC LIMIT :rows"
            + WITH_LINES)
    List<Row> page(UUID customer, @Nullable UUID before, int rows);

    @Query(READ + "WHERE status = 'AWAITING_PAYMENT' AND expires_at <= :now ORDER BY expires_at LIMIT :most"
            + WITH_LINES)
    List<Row> overdue(Instant now, int most);

    @Modifying
    @Query("""
            INSERT INTO orders (id, customer_id, merchant_id, merchant_name, currency, total,
                                status, created_at, expires_at, changed_at, version)
            VALUES (:#{#order.id}, :#{#order.customerId}, :#{#order.merchant.id}, :#{#order.merchant.name},
                    :#{#order.total.currency}, :#{#order.total.amount}, :#{#order.status}, :#{#order.createdAt.toEpochMilli()},
                    :#{#order.expiresAt.toEpochMilli()}, :#{#order.changedAt.toEpochMilli()}, :#{#order.version})
            """)
    void insert(Order order);

    @Modifying
    @Query("""
            INSERT INTO order_lines (order_id, position, product_id, name, unit_price, quantity)
            VALUES (:order, :position, :#{#line.productId}, :#{#line.name}, :#{#line.unitPrice.amount},
                    :#{#line.quantity})
            """)
    void insertLine(OrderId order, int position, OrderLine line);

    /** Changes nothing unless the row still has this version, which rises by one. */
    @Modifying
    @Query("""
            UPDATE orders SET status = :status, changed_at = :changedAt, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int update(OrderId id, int version, OrderStatus status, Instant changedAt);
}
