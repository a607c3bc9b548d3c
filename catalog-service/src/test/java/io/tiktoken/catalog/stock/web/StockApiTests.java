package io.tiktoken.catalog.stock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.WebTest;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class StockApiTests {

    private static final String ORDER_SERVICE = TestTokens.service("order-service", "catalog-service", "stock:reserve");

    @Autowired
    MockMvcTester http;

    @Autowired
    Shelf shelf;

    private final UUID id = UUID.randomUUID();
    private final String reservation = "/internal/reservations/" + id;

    @Test
    void aReservationIsMadeFoundAndCommitted() {
        var body = reserving(shelf.with(2), 2);

        var reserved = assertThat(put(reservation, body));
        reserved.hasStatus(200).bodyJson().extractingPath("$.id").isEqualTo(id.toString());
        reserved.bodyJson().extractingPath("$.state").isEqualTo("RESERVED");
        reserved.bodyJson().extractingPath("$.expiresAt").asString().endsWith("Z");
        assertThat(get(reservation))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("RESERVED");
        assertThat(put(reservation + "/commit", null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMMITTED");
        assertThat(put(reservation, body))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMMITTED");
        assertRefused(put(reservation + "/release", null), 409, "already_committed");
    }

    @Test
    void aShortageSaysWhichProductAndHowManyAreLeft() {
        var product = shelf.with(2);

        var answer = put(reservation, reserving(product, 3));

        assertRefused(answer, 409, "out_of_stock");
        assertThat(answer).bodyJson().extractingPath("$.shortages.length()").isEqualTo(1);
        assertThat(answer).bodyJson().extractingPath("$.shortages[0].productId").isEqualTo(product.toString());
        assertThat(answer).bodyJson().extractingPath("$.shortages[0].requested").isEqualTo(3);
        assertThat(answer).bodyJson().extractingPath("$.shortages[0].available").isEqualTo(2);
        assertThat(put(reservation + "/release", null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REFUSED");
    }

    @Test
    void aReserveThatComesAfterItsReleaseIsRefused() {
        assertThat(put(reservation + "/release", null)).hasStatus(200);

        assertRefused(put(reservation, reserving(shelf.with(2), 1)), 409, "already_released");
        assertRefused(put(reservation + "/commit", null), 409, "already_released");
        assertThat(get(reservation))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("TOMBSTONE");
    }

    @Test
    void whatWasNeverReservedIsNotThere() {
        assertRefused(get(reservation), 404, "not_reserved");
        assertRefused(put(reservation + "/commit", null), 404, "not_reserved");
    }

    @Test
    void anIdStandsForOneBody() {
        var product = shelf.with(5);
        put(reservation, reserving(product, 1));

        assertRefused(put(reservation, reserving(product, 2)), 422, "body_differs");
    }

    @Test
    void returnsAreAcceptedUpToWhatWasCommitted() {
        var product = shelf.with(5);
        put(reservation, reserving(product, 2));
        put(reservation + "/commit", null);
        var one = "/internal/returns/" + UUID.randomUUID();
        var two = "/internal/returns/" + UUID.randomUUID();

        assertThat(put(one, returning(id, product, 2))).hasStatus(200);
        assertThat(put(one, returning(id, product, 2))).hasStatus(200);
        assertRefused(put(one, returning(id, product, 1)), 422, "body_differs");
        assertRefused(put(two, returning(id, product, 1)), 409, "exceeds_committed");
        assertRefused(
                put("/internal/returns/" + UUID.randomUUID(), returning(UUID.randomUUID(), product, 1)),
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
        var answer = put(reservation, body.replace("%s", shelf.with(5).toString()));

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(get(reservation)).hasStatus(404);
    }

    @Test
    void onlyAServiceWithTheRightScopeGetsIn() {
        var person = TestTokens.person(UUID.randomUUID(), "alice", "CUSTOMER", "ADMIN");
        var otherScope = TestTokens.service("order-service", "catalog-service", "funds:reserve");
        var otherService = TestTokens.service("order-service", "wallet-service", "stock:reserve");

        for (var path : new String[] {reservation, "/internal/products?ids=" + id}) {
            assertRefused(http.get().uri(path).exchange(), 401, "unauthenticated");
            assertRefused(get(path, person), 401, "unauthenticated");
            assertRefused(get(path, otherService), 401, "unauthenticated");
            assertRefused(get(path, otherScope), 403, "forbidden");
        }
        for (var path :
                new String[] {reservation, reservation + "/commit", reservation + "/release", "/internal/returns/" + id
                }) {
            assertRefused(http.put().uri(path).exchange(), 401, "unauthenticated");
            assertRefused(put(path, null, person), 401, "unauthenticated");
            assertRefused(put(path, null, otherScope), 403, "forbidden");
        }
        assertThat(get(reservation)).hasStatus(404);
    }

    private static String reserving(ProductId product, int quantity) {
        return "{\"lines\": [{\"productId\": \"%s\", \"quantity\": %d}], \"expiresInSeconds\": 900}"
                .formatted(product, quantity);
    }

    private static String returning(UUID reservation, ProductId product, int quantity) {
        return "{\"reservationId\": \"%s\", \"lines\": [{\"productId\": \"%s\", \"quantity\": %d}]}"
                .formatted(reservation, product, quantity);
    }

    private MvcTestResult get(String path) {
        return get(path, ORDER_SERVICE);
    }

    private MvcTestResult get(String path, String token) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private MvcTestResult put(String path, String body) {
        return put(path, body, ORDER_SERVICE);
    }

    private MvcTestResult put(String path, String body, String token) {
        var call = http.put().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return (body == null
                        ? call
                        : call.contentType(MediaType.APPLICATION_JSON).content(body))
                .exchange();
    }

    private static void assertRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }
}
