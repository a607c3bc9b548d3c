package io.tiktoken.order.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.order.cart.CartItem;
import io.tiktoken.order.cart.FakeCatalog;
import io.tiktoken.order.order.PlaceOrder.Outcome.Placed;
import java.util.List;
import java.util.UUID;

/** Orders in which only the interesting part is said. */
public final class OrderFixtures {

    private OrderFixtures() {}

    /** One tea for 15.50 TTK. */
    public static Order placed(PlaceOrder placeOrder, SingleWriter writer, FakeCatalog catalog, UUID customer) {
        var tea = catalog.sells("Tea", "15.50", 10);
        var outcome = writer.write(placeOrder.prepare(customer, List.of(new CartItem(tea, 1)))::get);
        assertThat(outcome).isInstanceOf(Placed.class);
        return ((Placed) outcome).order();
    }
}
