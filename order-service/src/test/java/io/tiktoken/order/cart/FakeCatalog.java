package io.tiktoken.order.cart;

import static java.util.stream.Collectors.toMap;

import io.tiktoken.defaults.money.Money;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A catalogue in which a test puts what it needs. */
public final class FakeCatalog implements Catalog {

    private final Map<ProductId, Product> products = new ConcurrentHashMap<>();
    private volatile boolean away;
    private volatile Runnable whileAsked = () -> {};

    public ProductId sells(String name, String price, int available) {
        var product = new Product(new ProductId(UUID.randomUUID()), name, Money.of(price, "TTK"), available);
        products.put(product.id(), product);
        return product.id();
    }

    public void costs(ProductId id, String price) {
        products.computeIfPresent(id, (_, old) -> new Product(id, old.name(), Money.of(price, "TTK"), old.available()));
    }

    public void noLongerSells(ProductId id) {
        products.remove(id);
    }

    public void isAway(boolean now) {
        away = now;
    }

    public void whileAsked(Runnable happens) {
        whileAsked = happens;
    }

    @Override
    public Findings find(Collection<ProductId> wanted) {
        whileAsked.run();
        return away
                ? new Findings.Unavailable()
                : new Findings.Found(wanted.stream()
                        .filter(products::containsKey)
                        .map(products::get)
                        .collect(toMap(Product::id, Function.identity())));
    }
}
