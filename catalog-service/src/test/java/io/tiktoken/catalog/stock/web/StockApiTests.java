package io.tiktoken.catalog.stock.web;

import static io.tiktoken.catalog.stock.web.OrderService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.ApiTest;
import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.product.ProductId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;

@ApiTest
@Import(OrderService.class)
class StockApiTests {

    @Autowired
    OrderService orderService;

    @Autowired
    Shelf shelf;

    private final UUID id = UUID.randomUUID();
    private final String reservation = "/internal/reservations/" + id;

    @Test
    void aReservationIsMadeFoundAndCommitted() {
        var body = reserving(shelf.with(2), 2);

        var reserved = assertThat(orderService.put(reservation, body));
        reserved.hasStatus(200).bodyJson().extractingPath("$.id").isEqualTo(id.toString());
        reserved.bodyJson().extractingPath("$.state").isEqualTo("RESERVED");
        reserved.bodyJson().extractingPath("$.expiresAt").asString().endsWith("Z");
        assertThat(orderService.get(reservation))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("RESERVED");
        assertThat(orderService.put(reservation + "/commit", null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMMITTED");
        assertThat(orderService.put(reservation, body))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMMITTED");
        assertRefused(orderService.put(reservation + "/release", null), 409, "already_committed");
    }

    @Test
    void aShortageSaysWhichProductAndHowManyAreLeft() {
        var product = shelf.with(2);

        var answer = orderService.put(reservation, reserving(product, 3));

        assertRefused(answer, 409, "out_of_stock");
        assertThat(answer).bodyJson().extractingPath("$.shortages.length()").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.shortages[0].productId").isEqualTo(product.toString());
        assertThat(answer).bodyJson().extractingPath("$.shortages[0].requested").isEqualTo(3);
        assertThat(answer).bodyJson().extractingPath("$.shortages[0].available").isEqualTo(2);
        assertThat(orderService.put(reservation + "/release", null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REFUSED");
    }

    @Test
    void aReserveThatComesAfterItsReleaseIsRefused() {
        assertThat(orderService.put(reservation + "/release", null)).hasStatus(200);

        assertRefused(orderService.put(reservation, reserving(shelf.with(2), 1)), 409, "already_released");
        assertRefused(orderService.put(reservation + "/commit", null), 409, "already_released");
        assertThat(orderService.get(reservation))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("TOMBSTONE");
    }

    @Test
    void whatWasNeverReservedIsNotThere() {
        assertRefused(orderService.get(reservation), 404, "not_reserved");
        assertRefused(orderService.put(reservation + "/commit", null), 404, "not_reserved");
    }

    @Test
    void anIdStandsForOneBody() {
        var product = shelf.with(5);
        orderService.put(reservation, reserving(product, 1));

        assertRefused(orderService.put(reservation, reserving(product, 2)), 422, "body_differs");
    }

    @Test
    void returnsAreAcceptedUpToWhatWasCommitted() {
        var product = shelf.with(5);
        orderService.put(reservation, reserving(product, 2));
        orderService.put(reservation + "/commit", null);
        var one = "/internal/returns/" + UUID.randomUUID();
        var two = "/internal/returns/" + UUID.randomUUID();

        assertThat(orderService.put(one, returning(id, product, 2))).hasStatus(200);
        assertThat(orderService.put(one, returning(id, product, 2))).hasStatus(200);
        assertRefused(orderService.put(one, returning(id, product, 1)), 422, "body_differs");
        assertRefused(orderService.put(two, returning(id, product, 1)), 409, "exceeds_committed");
        assertRefused(
                orderService.put("/internal/returns/" + UUID.randomUUID(), returning(UUID.randomUUID(), product, 1)),
                404,
                "not_reserved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"lines\": [], \"expiresInSeconds\": 60}",
                "{\"lines\": [null], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"quantity\": 1}], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"productId\": \"cap\", \"quantity\": 1}], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 0}], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"productId\": \"%s\", \"quantity\": -1}], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 100}], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 1.5}], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 1, \"price\": 0}], \"expiresInSeconds\": 60}",
                "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 1}], \"expiresInSeconds\": 0}",
                "{\"lines\": [{\"productId\": \"%s\", \"quantity\": 1}], \"expiresInSeconds\": 3601}"
            })
    void whatMakesNoSenseIsRefusedAndNotRemembered(String body) {
        var answer =
                orderService.put(reservation, body.replace("%s", shelf.with(5).toString()));

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(orderService.get(reservation)).hasStatus(404);
    }

    private static String reserving(ProductId product, int quantity) {
        return "{\"lines\": [{\"productId\": \"%s\", \"quantity\": %d}], \"expiresInSeconds\": 900}"
                .formatted(product, quantity);
    }

    private static String returning(UUID reservation, ProductId product, int quantity) {
        return "{\"reservationId\": \"%s\", \"lines\": [{\"productId\": \"%s\", \"quantity\": %d}]}"
                .formatted(reservation, product, quantity);
    }
}
