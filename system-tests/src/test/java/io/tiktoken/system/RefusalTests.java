package io.tiktoken.system;

import static io.tiktoken.system.Purchases.assertPaidOnce;
import static io.tiktoken.system.Purchases.assertUntouched;
import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A payment that is refused leaves nothing behind but the reason. */
@InTheShop
class RefusalTests {

    private final Shop shop;
    private final Visitor visitor;

    RefusalTests(Shop shop) {
        this.shop = shop;
        this.visitor = new Visitor(shop);
    }

    @Test
    void refusedForMoneyAndPaidAfterATopUp() {
        var cardigan = visitor.finds("cardigan");
        var bob = Customer.registersWithMoney(shop, "bob", "18.79");
        var order = bob.orders(cardigan, 1);

        bob.pays(order).expectProblem(402, "insufficient_funds");

        assertThat(visitor.countsAvailable(cardigan)).isEqualTo(cardigan.available());
        assertNothingHappened(bob, order, "18.79", "insufficient_funds");

        bob.topsUp("0.01");

        assertPaidOnce(bob, bob.pays(order).expect(200).as(Order.class), "18.80");
        assertThat(visitor.countsAvailable(cardigan)).isEqualTo(cardigan.available() - 1);
        visitor.provesTheLedger();
    }

    @Test
    void whatIsSoldOutCannotBeBought() {
        var cap = visitor.finds("cap");
        var alice = Customer.registersWithMoney(shop, "alice", "20.00");

        var placing = alice.asksForOrder(cap, 1, UUID.randomUUID());
        var refused = placing.status() == 201 ? alice.pays(placing.as(Order.class)) : placing;

        refused.expectProblem(409, "out_of_stock");
        assertThat(visitor.countsAvailable(cap)).isZero();
        assertThat(alice.wallet().available()).isEqualTo(ttk("20.00"));
    }

    @Test
    void theLastOnesGoToWhoPaysFirst() {
        var top = visitor.finds("scrunched");
        assertThat(top.available()).isEqualTo(2);
        var alice = Customer.registersWithMoney(shop, "alice", "50.00");
        var bob = Customer.registersWithMoney(shop, "bob", "50.00");
        var wanted = alice.orders(top, 2);
        var first = bob.orders(top, 1);
        bob.pays(first).expect(200);

        alice.pays(wanted).expectProblem(409, "out_of_stock");

        assertThat(visitor.countsAvailable(top)).isEqualTo(1);
        assertNothingHappened(alice, wanted, "50.00", "out_of_stock");
        visitor.provesTheLedger();
    }

    @Test
    void aWrongPinApprovesNothing() {
        var lipstick = visitor.finds("lipstick");
        var bob = Customer.registersWithMoney(shop, "bob", "10.00");
        var order = bob.orders(lipstick, 1);

        var refused = bob.approvesWithWrongPin(order).expectProblem(403, "pin_incorrect");

        assertThat(refused.body().path("attemptsLeft").asInt()).isEqualTo(4);
        assertThat(refused.body().has("approval")).isFalse();
        bob.paysWith("a.made-up.approval", order, UUID.randomUUID()).expectProblem(403, "approval_invalid");
        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available());
        assertNothingHappened(bob, order, "10.00", "approval_invalid");
    }

    @Test
    void anApprovalIsGoodForItsOwnOrderOnly() {
        var lipstick = visitor.finds("lipstick");
        var alice = Customer.registersWithMoney(shop, "alice", "20.00");
        var approved = alice.orders(lipstick, 1);
        var other = alice.orders(lipstick, 1);
        var approval = alice.approves(approved);

        alice.paysWith(approval, other, UUID.randomUUID()).expectProblem(403, "approval_invalid");

        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available());
        assertNothingHappened(alice, other, "20.00", "approval_invalid");
    }

    @Test
    void nobodyCanPayWithSomebodyElsesApproval() {
        var lipstick = visitor.finds("lipstick");
        var alice = Customer.registersWithMoney(shop, "alice", "20.00");
        var bob = Customer.registersWithMoney(shop, "bob", "20.00");
        var hers = alice.orders(lipstick, 1);
        var his = bob.orders(lipstick, 1);

        bob.paysWith(alice.approves(hers), his, UUID.randomUUID()).expectProblem(403, "approval_invalid");

        assertThat(visitor.countsAvailable(lipstick)).isEqualTo(lipstick.available());
        assertNothingHappened(bob, his, "20.00", "approval_invalid");
        assertThat(alice.wallet().balance()).isEqualTo(ttk("20.00"));
    }

    private static void assertNothingHappened(Customer customer, Order order, String balance, String reason) {
        var seen = customer.sees(order);
        assertThat(seen.refusal()).isEqualTo(reason);
        assertUntouched(customer, seen, balance);
    }
}
