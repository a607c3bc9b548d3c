package io.tiktoken.order.cart;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every customer's cart: at most {@value #MOST_LINES} products each. */
public interface Carts extends Repository<CartItem, ProductId> {

    int MOST_LINES = 50;

    /** In the order in which they were put in. */
    @Transactional(readOnly = true)
    @Query("SELECT product_id, quantity FROM cart_items WHERE customer_id = :customer ORDER BY added_at, product_id")
    List<CartItem> itemsOf(UUID customer);

    @Modifying
    @Query("""
            INSERT INTO cart_items (customer_id, product_id, quantity, added_at)
            VALUES (:customer, :#{#item.productId}, :#{#item.quantity}, :now)
            ON CONFLICT (customer_id, product_id) DO UPDATE SET quantity = excluded.quantity
            """)
    void put(UUID customer, CartItem item, Instant now);

    @Modifying
    @Query("DELETE FROM cart_items WHERE customer_id = :customer AND product_id = :product")
    void remove(UUID customer, ProductId product);

    @Modifying
    @Query("DELETE FROM cart_items WHERE customer_id = :customer")
    void clear(UUID customer);

    /**
     * Empties the cart of what was ordered from it.
     *
     * @return whether the cart held exactly these items; if not, it is left alone, because the customer
     *     ordered something else than it holds by now
     */
    default boolean empty(UUID customer, List<CartItem> ordered) {
        if (!itemsOf(customer).equals(ordered)) {
            return false;
        }
        clear(customer);
        return true;
    }
}
