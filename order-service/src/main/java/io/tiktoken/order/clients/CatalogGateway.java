package io.tiktoken.order.clients;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.tiktoken.order.cart.Catalog;
import io.tiktoken.order.cart.Product;
import io.tiktoken.order.purchase.Answer;
import io.tiktoken.order.purchase.Purchase;
import io.tiktoken.order.purchase.PurchaseSettings;
import io.tiktoken.order.purchase.Stock;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** catalog-service in our words: it knows products, and reserves them. */
class CatalogGateway implements Catalog, Stock {

    private static final Logger log = LoggerFactory.getLogger(CatalogGateway.class);

    private final CatalogClient client;
    private final Neighbour catalog;
    private final PurchaseSettings settings;

    CatalogGateway(CatalogClient client, Neighbour catalog, PurchaseSettings settings) {
        this.client = client;
        this.catalog = catalog;
        this.settings = settings;
    }

    @Override
    public Catalog.Findings find(Collection<UUID> products) {
        var ids = products.stream().map(UUID::toString).collect(joining(","));
        try {
            var answer = catalog.ask(() -> client.products(ids));
            return answer == null ? new Catalog.Findings.Unavailable() : found(answer);
        } catch (FeignException | CallNotPermittedException | IllegalArgumentException noAnswer) {
            log.warn(
                    "The catalogue gave no usable answer, the customer is asked to repeat: {}",
                    Neighbour.inShort(noAnswer));
            return new Catalog.Findings.Unavailable();
        }
    }

    private static Catalog.Findings found(CatalogClient.Products answer) {
        return new Catalog.Findings.Found(answer.data().stream()
                .map(entry -> new Product(entry.id(), entry.name(), entry.price(), entry.available()))
                .collect(toUnmodifiableMap(Product::id, Function.identity())));
    }

    @Override
    public Answer reserve(Purchase purchase) {
        var body = new CatalogClient.Reservation(
                CatalogClient.Line.of(purchase.order().lines()),
                settings.reservationsLast().toSeconds());
        return catalog.tell(
                Contract.RESERVE_STOCK, () -> client.reserve(purchase.id().value(), body));
    }

    @Override
    public Answer commit(Purchase purchase) {
        return catalog.tell(Contract.COMMIT, () -> client.commit(purchase.id().value()));
    }

    @Override
    public Answer release(Purchase purchase) {
        return catalog.tell(Contract.RELEASE, () -> client.release(purchase.id().value()));
    }

    @Override
    public Answer takeBack(Purchase purchase) {
        var body = new CatalogClient.Return(
                purchase.id().value(), CatalogClient.Line.of(purchase.order().lines()));
        return catalog.tell(
                Contract.TAKE_BACK, () -> client.takeBack(purchase.id().stockReturn(), body));
    }
}
