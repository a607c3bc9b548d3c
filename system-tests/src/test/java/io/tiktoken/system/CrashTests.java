package io.tiktoken.system;

import static io.tiktoken.system.Purchases.assertPaidOnce;
import static io.tiktoken.system.Purchases.assertWholeOrNotAtAll;
import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.Product;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.Command;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A purchase that is cut short by {@code kill -9} is carried to its end, and never paid twice or in part. */
@InTheShop
class CrashTests {

    private static final Duration AFTER_A_DECISION = Duration.ofSeconds(60);
    /** Long enough for the saga to run into its deadline and be undone. */
    private static final Duration BEFORE_A_DECISION = Duration.ofSeconds(90);

    private final Shop shop;
    private final Visitor visitor;
    private Product lipstick;

    CrashTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
    }

    @BeforeEach
    void lookAtTheGoods() {
        lipstick = visitor.finds("lipstick");
    }

    @Test
    void orderServiceDiesBetweenReserveAndCommit() throws Exception {
        var alice = Customer.registersWithMoney(shop, "alice", "10.00");
        var order = alice.orders(lipstick, 1);
        var held = shop.wireTo(Part.WALLET).hold(Command.COMMIT);
        alice.startsPaying(order);
        held.awaitStrike();
        assertThat(alice.wallet().reserved()).isEqualTo(ttk("7.90"));

        shop.kill(Part.ORDER);
        held.close();
        shop.start(Part.ORDER);

        assertPaidOnce(alice, alice.waitsFor(order, AFTER_A_DECISION), "10.00");
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - 1);
        visitor.provesTheLedger();
    }

    @Test
    void orderServiceDiesBeforeFundsAreReservedAndTheReserveArrivesLate() throws Exception {
        var bob = Customer.registersWithMoney(shop, "bob", "10.00");
        var order = bob.orders(lipstick, 1);
        var held = shop.wireTo(Part.WALLET).hold(Command.RESERVE);
        bob.startsPaying(order);
        held.awaitStrike();
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - 1);

        shop.kill(Part.ORDER);
        held.deliverLate();
        shop.start(Part.ORDER);

        var end = bob.waitsFor(order, BEFORE_A_DECISION);
        assertWholeOrNotAtAll(bob, end, "10.00");
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - paid(List.of(end)));
        visitor.provesTheLedger();
    }

    @Test
    void everythingDiesInTheMiddleOfThreePayments() throws Exception {
        var buyers = List.of(
                Customer.registersWithMoney(shop, "alice", "10.00"),
                Customer.registersWithMoney(shop, "bob", "10.00"),
                Customer.registersWithMoney(shop, "alice", "10.00"));
        var orders = buyers.stream().map(buyer -> buyer.orders(lipstick, 1)).toList();
        // Each payment stops one step earlier than the one before it; only for the last is nothing decided yet.
        var steps = List.of(
                new Step(Part.CATALOG, Command.COMMIT),
                new Step(Part.WALLET, Command.COMMIT),
                new Step(Part.WALLET, Command.RESERVE));
        for (var i = 0; i < steps.size(); i++) {
            var held = shop.wireTo(steps.get(i).neighbour()).hold(steps.get(i).command());
            buyers.get(i).startsPaying(orders.get(i));
            held.awaitStrike();
        }

        shop.killEverything();
        shop.mendWires();
        shop.startEverything();

        var ends = new ArrayList<Order>();
        for (var i = 0; i < steps.size(); i++) {
            ends.add(buyers.get(i).waitsFor(orders.get(i), AFTER_A_DECISION));
            assertWholeOrNotAtAll(buyers.get(i), ends.get(i), "10.00");
        }
        assertThat(ends).extracting(Order::status).startsWith("PAID", "PAID");
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available() - paid(ends));
        visitor.provesTheLedger();
    }

    /** A place to stop: just before this command reaches that neighbour. */
    private record Step(Part neighbour, Command command) {}

    private static long paid(List<Order> orders) {
        return orders.stream().filter(order -> order.status().equals("PAID")).count();
    }
}
