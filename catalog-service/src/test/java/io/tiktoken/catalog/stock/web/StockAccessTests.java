package io.tiktoken.catalog.stock.web;

import static io.tiktoken.catalog.stock.web.OrderService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.ApiTest;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Stock moves for order-service alone. */
@ApiTest
@Import(OrderService.class)
class StockAccessTests {

    private static final UUID ID = UUID.randomUUID();
    private static final String PERSON = TestTokens.person(UUID.randomUUID(), "alice", "CUSTOMER", "ADMIN");
    private static final String OTHER_SCOPE = TestTokens.service("order-service", "catalog-service", "funds:reserve");
    private static final String OTHER_SERVICE = TestTokens.service("order-service", "wallet-service", "stock:reserve");

    @Autowired
    MockMvcTester http;

    @Autowired
    OrderService orderService;

    @ParameterizedTest
    @ValueSource(strings = {"products?ids=", "reservations/"})
    void nobodyElseReads(String what) {
        var path = "/internal/" + what + ID;

        assertRefused(http.get().uri(path).exchange(), 401, "unauthenticated");
        assertRefused(orderService.get(path, PERSON), 401, "unauthenticated");
        assertRefused(orderService.get(path, OTHER_SERVICE), 401, "unauthenticated");
        assertRefused(orderService.get(path, OTHER_SCOPE), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reservations/%s", "reservations/%s/commit", "reservations/%s/release", "returns/%s"})
    void nobodyElseWrites(String what) {
        var path = "/internal/" + what.formatted(ID);

        assertRefused(http.put().uri(path).exchange(), 401, "unauthenticated");
        assertRefused(orderService.put(path, null, PERSON), 401, "unauthenticated");
        assertRefused(orderService.put(path, null, OTHER_SERVICE), 401, "unauthenticated");
        assertRefused(orderService.put(path, null, OTHER_SCOPE), 403, "forbidden");
        assertThat(orderService.get("/internal/reservations/" + ID)).hasStatus(404);
    }
}
