package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Money;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.SecondFactor;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody approved is worth nothing once what they approved it with is renewed, or they are suspended. */
@InTheShop
class RenewalTests {

    private final Shop shop;
    private final Customer alice;
    private final Customer bob;
    private final Order order;
    private final String approval;

    RenewalTests(Shop shop) {
        this.shop = shop;
        this.alice = Customer.registersWithMoney(shop, "alice", "50.00");
        this.bob = Customer.registers(shop, "bob");
        this.order = alice.orders(new Visitor(shop).finds("lipstick"), 1);
        this.approval = alice.approves(order);
    }

    @Test
    void aNewPinEndsWhatWasApprovedWithTheOldOneWhateverItWasFor() {
        var transfer = alice.approvesTransfer(bob, "1.00");
        var requested = bob.asksForMoney(alice, "2.00").expect(201).body().path("id");
        var payment = alice.approvesTransfer(bob, "2.00");

        alice.getsNewPin();

        paysNothing();
        sends(transfer).expectProblem(403, "approval_expired");
        alice.browser()
                .post(
                        "/api/wallet/money-requests/%s/payment".formatted(requested.asString()),
                        Map.of("approval", payment),
                        UUID.randomUUID())
                .expectProblem(403, "approval_expired");
        assertThat(alice.wallet().balance()).isEqualTo(Money.ttk("50.00"));
    }

    @Test
    void theNewPinApprovesAtOnce() {
        var pin = alice.getsNewPin();

        var fresh = alice.asksForTransferApproval(Map.of("pin", pin), bob.id(), "1.00")
                .expect(201)
                .body()
                .path("approval");

        sends(fresh.asString()).expect(201);
    }

    @Test
    void aNewPasswordEndsWhatWasApprovedBefore() {
        alice.browser()
                .post(
                        "/api/auth/password",
                        Map.of(
                                "currentPassword",
                                alice.credentials().password(),
                                "newPassword",
                                "another-long-enough-passphrase"))
                .expect(204);

        paysNothing();
    }

    @Test
    void anAuthenticatorEndsWhatWasApprovedWithoutIt() {
        SecondFactor.enrol(alice.browser());

        paysNothing();
    }

    @Test
    void aSuspensionEndsWhatWasApprovedBeforeAndReinstatementDoesNotReviveIt() {
        var administrator = Administrator.of(shop).browser();
        var suspension = "/api/admin/users/%s/suspension".formatted(alice.id());
        administrator
                .put(suspension, Map.of("reason", "somebody else has the phone"))
                .expect(200);
        administrator.delete(suspension).expect(200);
        alice.logsIn();

        paysNothing();

        alice.pays(order).expect(200);
    }

    @Test
    void aPinThatAnAdministratorDisablesEndsWhatWasApprovedWithIt() {
        Administrator.of(shop)
                .browser()
                .post(
                        "/api/admin/users/%s/pin-reset".formatted(alice.id()),
                        Map.of("reason", "somebody has seen the PIN"))
                .expect(204);

        paysNothing();
        alice.asksForTransferApproval(Map.of("pin", alice.pin()), bob.id(), "1.00")
                .expectProblem(423, "pin_locked");
    }

    @Test
    void aWalletThatIsAwayIsToldWhenItIsBack() throws Exception {
        shop.kill(Part.WALLET);
        alice.getsNewPin();

        shop.start(Part.WALLET);

        // The first second after its start is the only one in which the old approval would still be good.
        Thread.sleep(5_000);
        paysNothing();
    }

    private void paysNothing() {
        alice.paysWith(approval, order, UUID.randomUUID()).expectProblem(403, "approval_expired");
        assertThat(alice.wallet().reserved()).isEqualTo(Money.ttk("0.00"));
        assertThat(alice.sees(order).status()).isEqualTo("AWAITING_PAYMENT");
    }

    private Answer sends(String withApproval) {
        return alice.browser()
                .post(
                        "/api/wallet/transfers",
                        Map.of(
                                "to",
                                bob.credentials().username(),
                                "amount",
                                Money.ttk("1.00"),
                                "approval",
                                withApproval),
                        UUID.randomUUID());
    }
}
