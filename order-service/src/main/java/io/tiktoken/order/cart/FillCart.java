package io.tiktoken.order.cart;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Shows a cart and changes what is in it. The catalogue is always asked first: when it gives no answer,
 * nothing has been changed.
 */
@Service
public class FillCart {

    private final Carts carts;
    private final Catalog catalog;
    private final SingleWriter writer;
    private final Clock clock;

    /** What may come of it. */
    public sealed interface Outcome {
        record Filled(PricedCart cart) implements Outcome {}

        record CatalogUnavailable() implements Outcome {}

        record UnknownProduct(ProductId product) implements Outcome {}

        record CartFull() implements Outcome {}
    }

    FillCart(Carts carts, Catalog catalog, SingleWriter writer, Clock clock) {
        this.carts = carts;
        this.catalog = catalog;
        this.writer = writer;
        this.clock = clock;
    }

    public Outcome show(UUID customer) {
        var items = carts.itemsOf(customer);
        return knowing(productsIn(items), products -> filled(items, products));
    }

    public Outcome put(UUID customer, CartItem item) {
        var wanted = productsIn(carts.itemsOf(customer));
        wanted.add(item.productId());
        return knowing(
                wanted,
                products -> products.containsKey(item.productId())
                        ? writer.write(() -> putWhileThereIsRoom(customer, item, products))
                        : new Outcome.UnknownProduct(item.productId()));
    }

    public Outcome remove(UUID customer, ProductId product) {
        return knowing(
                productsIn(carts.itemsOf(customer)),
                products -> writer.write(() -> {
                    carts.remove(customer, product);
                    return filled(carts.itemsOf(customer), products);
                }));
    }

    private Outcome putWhileThereIsRoom(UUID customer, CartItem item, Map<ProductId, Product> products) {
        var present = productsIn(carts.itemsOf(customer));
        if (present.size() >= Carts.MOST_LINES && !present.contains(item.productId())) {
            return new Outcome.CartFull();
        }
        carts.put(customer, item, clock.instant());
        return filled(carts.itemsOf(customer), products);
    }

    private Outcome knowing(Set<ProductId> wanted, Function<Map<ProductId, Product>, Outcome> next) {
        if (wanted.isEmpty()) {
            return next.apply(Map.of());
        }
        return switch (catalog.find(wanted)) {
            case Catalog.Findings.Found(var products) -> next.apply(products);
            case Catalog.Findings.Unavailable() -> new Outcome.CatalogUnavailable();
        };
    }

    private static Outcome filled(List<CartItem> items, Map<ProductId, Product> products) {
        return new Outcome.Filled(PricedCart.of(items, products));
    }

    private static Set<ProductId> productsIn(List<CartItem> items) {
        var products = new HashSet<ProductId>();
        items.forEach(item -> products.add(item.productId()));
        return products;
    }
}
