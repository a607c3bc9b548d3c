package io.tiktoken.order.clients;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;
import io.tiktoken.defaults.neighbour.Contract;
import io.tiktoken.defaults.neighbour.Neighbour;
import io.tiktoken.defaults.neighbour.Neighbours;
import io.tiktoken.order.cart.Catalog;
import io.tiktoken.order.cart.Product;
import io.tiktoken.order.cart.ProductId;
import io.tiktoken.order.purchase.Purchase;
import io.tiktoken.order.purchase.PurchaseSettings;
import io.tiktoken.order.purchase.Stock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** catalog-service in our words: it knows products, and reserves them. */
@Component
class CatalogGateway implements Catalog, Stock {

    private static final Logger log = LoggerFactory.getLogger(CatalogGateway.class);

    private static final Contract FIND = Contract.of();
    private static final Contract RESERVE = Contract.of("409 out_of_stock", "409 already_released", "409 expired");
    private static final Contract COMMIT = Contract.of("404 not_reserved", "409 already_released", "409 expired");
    private static final Contract RELEASE = Contract.of("409 already_committed");
    private static final Contract TAKE_BACK = Contract.of("409 exceeds_committed");

    private final CatalogClient client;
    private final Neighbour catalog;
    private final PurchaseSettings settings;

    CatalogGateway(CatalogClient client, Neighbours neighbours, PurchaseSettings settings) {
        this.client = client;
        this.catalog = neighbours.called("catalog");
        this.settings = settings;
    }

    @Override
    public Catalog.Findings find(Collection<ProductId> products) {
        var ids = products.stream().map(ProductId::toString).collect(joining(","));
        return switch (catalog.ask(FIND, () -> client.products(ids)).map(CatalogGateway::found)) {
            case Answer.Yes(var found) -> new Catalog.Findings.Found(found);
            case Answer<?> noUse -> {
                log.warn("The catalogue gave no usable answer, the customer is asked to repeat: {}", noUse);
                yield new Catalog.Findings.Unavailable();
            }
        };
    }

    private static Map<ProductId, Product> found(CatalogClient.Products answer) {
        return answer.data().stream()
                .map(entry -> new Product(new ProductId(entry.id()), entry.name(), entry.price(), entry.available()))
                .collect(toUnmodifiableMap(Product::id, Function.identity()));
    }

    @Override
    public Answer<Done> reserve(Purchase purchase) {
        var body = new CatalogClient.Reservation(
                CatalogClient.Line.of(purchase.order().lines()),
                settings.reservationsLast().toSeconds());
        return catalog.ask(RESERVE, () -> client.reserve(purchase.id().value(), body))
                .map(_ -> Done.DONE);
    }

    @Override
    public Answer<Done> commit(Purchase purchase) {
        return catalog.tell(COMMIT, () -> client.commit(purchase.id().value()));
    }

    @Override
    public Answer<Done> release(Purchase purchase) {
        return catalog.tell(RELEASE, () -> client.release(purchase.id().value()));
    }

    @Override
    public Answer<Done> takeBack(Purchase purchase) {
        var body = new CatalogClient.Return(
                purchase.id().value(), CatalogClient.Line.of(purchase.order().lines()));
        return catalog.tell(TAKE_BACK, () -> client.takeBack(purchase.id().stockReturn(), body));
    }
}
