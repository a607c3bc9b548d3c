package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Money;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever is suspended may do nothing any more, and loses nothing. */
@InTheShop
class SuspensionTests {

    /** As long as a gateway remembers whose session it is. */
    private static final Duration AT_THE_LATEST = Duration.ofSeconds(10);

    private final Shop shop;
    private final Browser administrator;
    private final Customer alice;
    private final Customer bob;

    SuspensionTests(Shop shop) {
        this.shop = shop;
        this.administrator = Administrator.of(shop).browser();
        this.alice = Customer.registersWithMoney(shop, "alice", "10.00");
        this.bob = Customer.registers(shop, "bob");
    }

    @Test
    void whoIsSuspendedApprovesNothingAndIsLetInNowhereUntilReinstated() {
        var order = alice.orders(new Visitor(shop).finds("lipstick"), 1);
        var suspension = "/api/admin/users/%s/suspension".formatted(alice.id());

        administrator
                .put(suspension, Map.of("reason", "somebody else has the phone"))
                .expect(200);

        // A stranger's answer where nobody remembers the session any more, a suspended person's where somebody does.
        assertThat(approving().code()).isIn("unauthenticated", "account_suspended");
        await().atMost(AT_THE_LATEST)
                .untilAsserted(() -> alice.browser().get("/api/wallet").expectProblem(401, "unauthenticated"));
        alice.browser().get("/api/orders/" + order.id()).expectProblem(401, "unauthenticated");
        alice.paysWith("any", order, UUID.randomUUID()).expectProblem(401, "unauthenticated");
        alice.credentials().logIn(new Browser(shop)).expectProblem(403, "account_suspended");

        administrator.delete(suspension).expect(200);

        alice.logsIn();
        approving().expect(201);
        assertThat(alice.wallet().balance()).isEqualTo(Money.ttk("10.00"));
        alice.pays(order).expect(200);
    }

    private Answer approving() {
        return alice.asksForTransferApproval(Map.of("pin", alice.pin()), bob.id(), "1.00");
    }
}
