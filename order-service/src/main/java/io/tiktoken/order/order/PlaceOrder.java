package io.tiktoken.order.order;

import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.order.cart.CartItem;
import io.tiktoken.order.cart.Carts;
import io.tiktoken.order.cart.Catalog;
import io.tiktoken.order.cart.Product;
import io.tiktoken.order.cart.ProductId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Turns a list of items, or the whole cart, into an order at today's prices. */
@Service
public class PlaceOrder {

    private final Carts carts;
    private final Catalog catalog;
    private final Orders orders;
    private final ShopSettings shop;
    private final OrderSettings settings;
    private final Ids ids;
    private final Clock clock;

    /** What may come of it. */
    public sealed interface Outcome {
        record Placed(Order order) implements Outcome {}

        record CartEmpty() implements Outcome {}

        /** The cart holds something else by now than what was priced; nothing was ordered. */
        record CartChanged() implements Outcome {}

        record UnknownProduct(ProductId product) implements Outcome {}

        record OutOfStock(Product product) implements Outcome {}

        record CatalogUnavailable() implements Outcome {}
    }

    PlaceOrder(
            Carts carts,
            Catalog catalog,
            Orders orders,
            ShopSettings shop,
            OrderSettings settings,
            Ids ids,
            Clock clock) {
        this.carts = carts;
        this.catalog = catalog;
        this.orders = orders;
        this.shop = shop;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks the catalogue for prices.
     *
     * @param wanted null for what is in the cart, which is then emptied by the order
     * @return the rest, to be run inside a write; the catalogue must not be waited for in there
     */
    public Supplier<Outcome> prepare(UUID customer, @Nullable List<CartItem> wanted) {
        var items = wanted == null ? carts.itemsOf(customer) : wanted;
        if (items.isEmpty()) {
            return Outcome.CartEmpty::new;
        }
        return switch (catalog.find(items.stream().map(CartItem::productId).toList())) {
            case Catalog.Findings.Unavailable() -> Outcome.CatalogUnavailable::new;
            case Catalog.Findings.Found(var products) -> {
                var emptiesCart = wanted == null;
                yield () -> place(customer, items, products, emptiesCart);
            }
        };
    }

    private Outcome place(UUID customer, List<CartItem> items, Map<ProductId, Product> products, boolean emptiesCart) {
        var lines = new ArrayList<OrderLine>();
        for (var item : items) {
            var product = products.get(item.productId());
            if (product == null) {
                return new Outcome.UnknownProduct(item.productId());
            }
            if (product.available() < item.quantity()) {
                return new Outcome.OutOfStock(product);
            }
            lines.add(new OrderLine(product.id(), product.name(), product.price(), item.quantity()));
        }
        if (emptiesCart && !carts.empty(customer, items)) {
            return new Outcome.CartChanged();
        }
        return new Outcome.Placed(add(customer, lines));
    }

    private Order add(UUID customer, List<OrderLine> lines) {
        var now = clock.instant();
        var order = Order.placed(
                new OrderId(ids.next()), customer, shop.merchant(), lines, now, now.plus(settings.pricesFixed()));
        orders.add(order);
        return order;
    }
}
