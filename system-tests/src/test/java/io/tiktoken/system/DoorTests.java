package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not belong in is turned away at the door, with a problem document, and nothing has changed. */
@InTheShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // One customer knocks at all the doors, since none of them opens.
class DoorTests {

    private final Shop shop;
    private final Visitor visitor;
    private final Customer alice;

    DoorTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
        this.alice = Customer.registers(shop, "alice");
    }

    @ParameterizedTest(name = "a {0} sent by the client is refused")
    @ValueSource(strings = {"total", "price", "status"})
    void theClientDoesNotSayWhatAnOrderCosts(String field) {
        var item = Map.of("productId", visitor.finds("lipstick").id(), "quantity", 1);
        var nothing = ttk("0.00");

        alice.browser()
                .post("/api/orders", Map.of("items", List.of(item), field, nothing), UUID.randomUUID())
                .expectProblem(400, "malformed_request");

        assertThat(alice.browser().get("/api/orders").expect(200).body().path("data"))
                .isEmpty();
    }

    @Test
    void theClientDoesNotSayWhatAProductCosts() {
        var item = Map.of("productId", visitor.finds("lipstick").id(), "quantity", 1, "unitPrice", ttk("0.00"));

        alice.browser()
                .post("/api/orders", Map.of("items", List.of(item)), UUID.randomUUID())
                .expectProblem(400, "malformed_request");
    }

    @ParameterizedTest(name = "{0} of something")
    @ValueSource(ints = {0, -1, 1_000_000_000})
    void thereAreNoSuchQuantities(int quantity) {
        alice.asksForOrder(visitor.finds("lipstick"), quantity, UUID.randomUUID())
                .expectProblem(400, "validation_failed");
    }

    @ParameterizedTest(name = "a top-up of {0}")
    @ValueSource(strings = {"0.00", "-10.00"})
    void thereAreNoSuchTopUps(String amount) {
        var answer = alice.asksForTopUp(amount, UUID.randomUUID());

        answer.expectProblem(400, "validation_failed");
        assertThat(alice.wallet().balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void somebodyElsesOrderLooksLikeOneThatDoesNotExist() {
        var bob = Customer.registers(shop, "bob");
        var order = bob.orders(visitor.finds("lipstick"), 1);

        alice.browser().get("/api/orders/" + order.id()).expectProblem(404, "not_found");
        alice.browser().get("/api/orders/" + UUID.randomUUID()).expectProblem(404, "not_found");
        alice.paysWith("any", order, UUID.randomUUID()).expectProblem(404, "not_found");

        assertThat(bob.sees(order).status()).isEqualTo("AWAITING_PAYMENT");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/internal/products",
                "/internal/sessions/token",
                "/internal/reservations/0193f3a0-0000-7000-8000-000000000000",
                "/Internal/products",
                "/api/../internal/products",
                "/api/%2e%2e/internal/products",
                "//internal/products",
                "/internal;x=1/products",
                "/actuator",
                "/actuator/health",
                "/actuator;x=1/health",
                "/api/actuator/health"
            })
    void whatIsInternalIsNotThere(String path) {
        alice.browser().get(path).expectProblem(404, "not_found");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/wallet", "/api/wallet/transactions", "/api/orders", "/api/cart", "/api/auth/me"})
    void whatIsPersonalNeedsALogin(String path) {
        visitor.browser().get(path).expectProblem(401, "unauthenticated");
    }

    @Test
    void aForeignPageCannotActForItsVisitor() {
        var topUp = Map.of("amount", ttk("5.00"), "paymentMethod", "pm_card_visa");

        alice.browser()
                .send(alice.browser()
                        .to("/api/wallet/top-ups")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Origin", "https://elsewhere.example")
                        .POST(Browser.json(topUp)))
                .expectProblem(403, "cross_site_refused");
        alice.browser()
                .send(alice.browser()
                        .to("/api/auth/logout")
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(Browser.json(Map.of())))
                .expectProblem(403, "cross_site_refused");

        alice.browser().get("/api/auth/me").expect(200);
        assertThat(alice.wallet().balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void theShopsOwnPageMayAct() {
        var bob = Customer.registers(shop, "bob");

        bob.browser()
                .send(bob.browser()
                        .to("/api/auth/logout")
                        .header("Origin", shop.url().toString())
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(Browser.json(Map.of())))
                .expect(204);
    }

    @Test
    void aTokenOfOnesOwnMakingOpensNothing() {
        var madeUp = "eyJhbGciOiJub25lIiwidHlwIjoiYXQrand0In0.eyJzdWIiOiJhbGljZSIsImF1ZCI6InRpa3Rva2VuLWFwaSJ9.";

        visitor.browser()
                .send(visitor.browser()
                        .to("/api/wallet")
                        .header("Authorization", "Bearer " + madeUp)
                        .GET())
                .expectProblem(401, "unauthenticated");
    }
}
