package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Money goes from one person to another, because they meant it to. */
@InTheShop
class TransferTests {

    private final Visitor visitor;
    private final Customer alice;
    private final Customer bob;

    TransferTests(Shop shop) {
        this.visitor = new Visitor(shop);
        this.alice = Customer.registersWithMoney(shop, "alice", "50.00");
        this.bob = Customer.registers(shop, "bob");
    }

    @Test
    void aliceSendsMoneyAndBothSeeIt() {
        alice.sends(bob, "20.00", "for lunch").expect(201);

        assertThat(alice.wallet().balance()).isEqualTo(ttk("30.00"));
        assertThat(bob.wallet().balance()).isEqualTo(ttk("20.00"));
        assertThat(alice.transactions("TRANSFER_OUT"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.amount()).isEqualTo(ttk("-20.00")));
        assertThat(bob.transactions("TRANSFER_IN"))
                .singleElement()
                .satisfies(received -> assertThat(received.counterparty())
                        .asString()
                        .startsWith(alice.credentials().username()));
        visitor.provesTheLedger();
    }

    @Test
    void whatWasApprovedForOnePersonIsNotSentToAnother() {
        var approval = alice.approvesTransfer(bob, "20.00");
        var body = Map.of("to", "somebody-else", "amount", ttk("20.00"), "approval", approval);

        alice.browser().post("/api/wallet/transfers", body, UUID.randomUUID()).expectProblem(403, "approval_invalid");

        assertThat(alice.wallet().balance()).isEqualTo(ttk("50.00"));
    }

    @Test
    void bobAsksAndAlicePaysOnce() {
        var request = UUID.fromString(
                bob.asksForMoney(alice, "5.00").expect(201).body().path("id").asString());

        alice.paysRequest(request, bob, "5.00").expect(201);
        alice.paysRequest(request, bob, "5.00").expectProblem(409, "no_longer_open");

        assertThat(bob.wallet().balance()).isEqualTo(ttk("5.00"));
        assertThat(alice.wallet().balance()).isEqualTo(ttk("45.00"));
    }
}
