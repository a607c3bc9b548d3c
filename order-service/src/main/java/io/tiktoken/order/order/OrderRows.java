package io.tiktoken.order.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.order.cart.ProductId;
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

    /** One that has just been placed: unchanged since it was created, in its first version. */
    default void insert(Order order) {
        var total = order.total();
        insert(
                order.id(),
                order.customerId(),
                order.merchant().name(),
                order.merchant().id(),
                total.currency(),
                total.amount(),
                order.createdAt(),
                order.expiresAt(),
                order.status());
        for (var position = 0; position < order.lines().size(); position++) {
            var line = order.lines().get(position);
            insertLine(
                    order.id(),
                    position,
                    line.productId(),
                    line.name(),
                    line.unitPrice().amount(),
                    line.quantity());
        }
    }

    // Each value as a parameter of its own: expressions in the statement cost more than the statement itself.

    @Modifying
    @Query("""
            INSERT INTO orders (id, customer_id, merchant_id, merchant_name, currency, total, status,
                                created_at, expires_at, changed_at, version)
            VALUES (:id, :customer, :merchant, :merchantName, :currency, :total, :status,
                    :createdAt, :expiresAt, :createdAt, 0)
            """)
    void insert(
            OrderId id,
            UUID customer,
            String merchantName,
            UUID merchant,
            Currency currency,
            long total,
            Instant createdAt,
            Instant expiresAt,
            OrderStatus status);

    @Modifying
    @Query("""
            INSERT INTO order_lines (order_id, position, product_id, name, unit_price, quantity)
            VALUES (:order, :position, :product, :name, :unitPrice, :quantity)
            """)
    void insertLine(OrderId order, int position, ProductId product, String name, long unitPrice, int quantity);

    /** Changes nothing unless the row still has this version, which rises by one. */
    @Modifying
    @Query("""
            UPDATE orders SET status = :status, changed_at = :changedAt, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int update(OrderId id, int version, OrderStatus status, Instant changedAt);
}
