package io.tiktoken.order.clients;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.order.order.OrderLine;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** What catalog-service understands. */
@FeignClient(name = "catalog", url = "${tiktoken.neighbours.catalog.url}")
interface CatalogClient {

    @GetMapping("/internal/products")
    @Nullable
    Products products(@RequestParam("ids") String commaSeparatedIds);

    @PutMapping("/internal/reservations/{id}")
    @Nullable
    ReservationAnswer reserve(@PathVariable("id") UUID id, @RequestBody Reservation body);

    @PutMapping("/internal/reservations/{id}/commit")
    void commit(@PathVariable("id") UUID id);

    @PutMapping("/internal/reservations/{id}/release")
    void release(@PathVariable("id") UUID id);

    @PutMapping("/internal/returns/{id}")
    void takeBack(@PathVariable("id") UUID id, @RequestBody Return body);

    record Reservation(List<Line> lines, long expiresInSeconds) {}

    record Return(UUID reservationId, List<Line> lines) {}

    record Line(UUID productId, int quantity) {

        static List<Line> of(Collection<OrderLine> lines) {
            return lines.stream()
                    .map(line -> new Line(line.productId().value(), line.quantity()))
                    .toList();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Products(List<Entry> data) {

        public Products {
            requireNonNull(data, "data");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(UUID id, String name, Money price, int available) {

        public Entry {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(price, "price");
        }
    }
}
