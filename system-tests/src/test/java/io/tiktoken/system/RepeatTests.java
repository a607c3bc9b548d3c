package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.sgd;
import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.Product;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is not sure that a request arrived sends it again, and nothing happens twice. */
@InTheShop
class RepeatTests {

    private final Shop shop;
    private final Visitor visitor;
    private final UUID key = UUID.randomUUID();
    private Product lipstick;
    private Customer alice;

    RepeatTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
    }

    @BeforeEach
    void enterTheShop() {
        lipstick = visitor.finds("lipstick");
        alice = Customer.registersWithMoney(shop, "alice", "20.00");
    }

    @Test
    void anOrderPlacedTwiceWithOneKeyIsOneOrder() {
        var first = alice.asksForOrder(lipstick, 1, key).expect(201);
        var second = alice.asksForOrder(lipstick, 1, key).expect(201);

        assertThat(first.isReplayed()).isFalse();
        assertThat(second.isReplayed()).isTrue();
        assertThat(second.as(Order.class).id()).isEqualTo(first.as(Order.class).id());
        assertThat(alice.browser().get("/api/orders").body().path("data")).hasSize(1);
    }

    @Test
    void aTopUpSentTwiceWithOneKeyIsCreditedOnce() {
        var first = alice.asksForTopUp("5.00", key).expect(201);
        var second = alice.asksForTopUp("5.00", key).expect(201);

        assertThat(first.isReplayed()).isFalse();
        assertThat(second.isReplayed()).isTrue();
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(alice.wallet().balance()).isEqualTo(ttk("25.00"));
        assertThat(alice.transactions("TOP_UP")).hasSize(2);
    }

    @Test
    void oneKeyCannotNameTwoRequests() {
        alice.asksForTopUp("5.00", key).expect(201);
        alice.asksForOrder(lipstick, 1, key).expect(201);

        alice.asksForTopUp("6.00", key).expectProblem(422, "idempotency_key_reused");
        alice.asksForOrder(lipstick, 2, key).expectProblem(422, "idempotency_key_reused");

        assertThat(alice.wallet().balance()).isEqualTo(ttk("25.00"));
    }

    @Test
    void moneyIsAskedForOnceHoweverOftenTheRequestIsSent() {
        var bob = Customer.registers(shop, "bob");

        var first = alice.asksForMoney(bob, "5.00", key).expect(201);
        var second = alice.asksForMoney(bob, "5.00", key).expect(201);

        assertThat(second.isReplayed()).isTrue();
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(alice.browser()
                        .get("/api/wallet/money-requests?side=sent")
                        .expect(200)
                        .body()
                        .path("data"))
                .hasSize(1);
    }

    @Test
    void aRequestThatMustNotHappenTwiceNeedsAKey() {
        var topUp = Map.of("amount", sgd("5.00"), "paymentMethod", "pm_card_visa");
        var order = Map.of("items", List.of(Map.of("productId", lipstick.id(), "quantity", 1)));
        var payment = Map.of("approval", "any");

        alice.browser().post("/api/wallet/top-ups", topUp).expectProblem(400, "idempotency_key_missing");
        alice.browser().post("/api/orders", order).expectProblem(400, "idempotency_key_missing");
        alice.browser()
                .post("/api/wallet/money-requests", Map.of("from", "bob", "amount", ttk("5.00")))
                .expectProblem(400, "idempotency_key_missing");
        alice.browser()
                .post(
                        "/api/orders/%s/payment"
                                .formatted(alice.orders(lipstick, 1).id()),
                        payment)
                .expectProblem(400, "idempotency_key_missing");

        assertThat(alice.wallet().balance()).isEqualTo(ttk("20.00"));
    }

    @Test
    void aDoubleClickPaysOnce() {
        var order = alice.orders(lipstick, 1);
        var approval = alice.approves(order);

        var clicks = atOnce(() -> alice.paysWith(approval, order, key), () -> alice.paysWith(approval, order, key));

        assertThat(clicks).extracting(Answer::status).allMatch(status -> status == 200 || status == 202);
        assertPaidOnce(order);
    }

    @Test
    void twoPagesWithAnApprovalEachPayOnce() {
        var order = alice.orders(lipstick, 1);
        var one = alice.approves(order);
        var other = alice.approves(order);

        var clicks = atOnce(
                () -> alice.paysWith(one, order, UUID.randomUUID()),
                () -> alice.paysWith(other, order, UUID.randomUUID()));

        assertThat(clicks).extracting(Answer::status).allMatch(status -> status == 200 || status == 202);
        assertPaidOnce(order);
    }

    @Test
    void payingAgainWhatIsPaidSaysSoAndCostsNothing() {
        var order = alice.orders(lipstick, 1);
        alice.pays(order).expect(200);

        var again = alice.pays(order).expect(200).as(Order.class);

        assertThat(again.status()).isEqualTo("PAID");
        assertPaidOnce(order);
    }

    private void assertPaidOnce(Order order) {
        Purchases.assertPaidOnce(alice, alice.waitsFor(order, Duration.ofSeconds(20)), "20.00");
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - 1);
        visitor.provesTheLedger();
    }

    private static List<Answer> atOnce(Supplier<Answer> one, Supplier<Answer> other) {
        var answers = Stream.of(one, other).map(CompletableFuture::supplyAsync).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
