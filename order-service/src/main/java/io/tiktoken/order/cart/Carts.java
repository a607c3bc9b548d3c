package io.tiktoken.order.cart;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every customer's cart: at most {@value #MOST_LINES} products each. */
@Repository
public class Carts {

    public static final int MOST_LINES = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    Carts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were put in. */
    @Transactional(readOnly = true)
    public List<CartItem> itemsOf(UUID customer) {
        return jdbc.sql("""
                        SELECT product_id, quantity FROM cart_items
                        WHERE customer_id = ? ORDER BY added_at, product_id
                        """)
                .param(customer.toString())
                .query((row, _) -> new CartItem(UUID.fromString(row.getString("product_id")), row.getInt("quantity")))
                .list();
    }

    void put(UUID customer, CartItem item) {
        jdbc.sql("""
                        INSERT INTO cart_items (customer_id, product_id, quantity, added_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (customer_id, product_id) DO UPDATE SET quantity = excluded.quantity
                        """)
                .params(customer.toString(), item.productId().toString(), item.quantity(), clock.millis())
                .update();
    }

    void remove(UUID customer, UUID product) {
        jdbc.sql("DELETE FROM cart_items WHERE customer_id = ? AND product_id = ?")
                .params(customer.toString(), product.toString())
                .update();
    }

    /**
     * Empties the cart of what was ordered from it.
     *
     * @return whether the cart held exactly these items; if not, it is left alone, because the customer
     *     ordered something else than it holds by now
     */
    public boolean empty(UUID customer, List<CartItem> ordered) {
        if (!itemsOf(customer).equals(ordered)) {
            return false;
        }
        jdbc.sql("DELETE FROM cart_items WHERE customer_id = ?")
                .param(customer.toString())
                .update();
        return true;
    }
}
