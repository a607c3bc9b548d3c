package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Money;
import io.tiktoken.system.customer.Order;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import io.tiktoken.system.token.MachineClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A frozen wallet pays nothing and takes nothing new, keeps what it has, and gets back what is owed to it. */
@InTheShop
class FrozenWalletTests {

    private final Shop shop;
    private final String orderService;
    private final Visitor visitor;
    private final Browser administrator;
    private final Customer alice;
    private final Customer bob;

    FrozenWalletTests(Shop shop) {
        this.shop = shop;
        this.orderService = MachineClient.orderServiceOf(shop).token(shop, "funds:reserve");
        this.visitor = new Visitor(shop);
        this.administrator = Administrator.of(shop).browser();
        this.alice = Customer.registersWithMoney(shop, "alice", "100.00");
        this.bob = Customer.registersWithMoney(shop, "bob", "100.00");
    }

    @Test
    void nothingMovesButWhatIsOwedUntilItIsLifted() {
        var lipstick = visitor.finds("lipstick");
        var paid = paysDirectly(alice.orders(lipstick, 1));

        freeze("BOTH", "the phone was stolen");

        var order = alice.orders(lipstick, 1);
        var refused = alice.pays(order).expectProblem(403, "wallet_frozen");
        assertThat(refused.body().path("detail").asString()).startsWith("Your wallet is frozen");
        var waiting = alice.sees(order);
        assertThat(waiting.status()).isEqualTo("AWAITING_PAYMENT");
        assertThat(waiting.refusal()).isEqualTo("wallet_frozen");
        alice.sends(bob, "1.00", "for lunch").expectProblem(403, "wallet_frozen");
        bob.sends(alice, "1.00", "for lunch").expectProblem(422, "receiver_limit_exceeded");
        alice.asksForTopUp("10.00", UUID.randomUUID()).expectProblem(403, "wallet_frozen");
        var shown = alice.browser().get("/api/wallet").expect(200);
        assertThat(shown.body().path("frozen").asString()).isEqualTo("BOTH");
        assertThat(shown.text()).doesNotContain("stolen");

        refund(paid, lipstick.price());
        assertThat(alice.wallet().balance()).isEqualTo(ttk("100.00"));
        assertThat(bob.wallet().balance()).isEqualTo(ttk("100.00"));

        freeze("NONE", "the phone was found");

        alice.pays(order).expect(200);
        assertThat(alice.sees(order).status()).isEqualTo("PAID");
        bob.sends(alice, "1.00", "for lunch").expect(201);
        visitor.provesTheLedger();
    }

    @Test
    void theAdministratorSeesWhatIsFrozenAndWhy() {
        freeze("OUT", "an enquiry");

        var wallet = administrator.get(wallet()).expect(200).body();

        assertThat(wallet.path("freeze").path("direction").asString()).isEqualTo("OUT");
        assertThat(wallet.path("freeze").path("reason").asString()).isEqualTo("an enquiry");
        assertThat(wallet.path("available").path("amount").asLong()).isEqualTo(10000);
        assertThat(administrator
                        .get(wallet() + "/transactions")
                        .expect(200)
                        .body()
                        .path("data"))
                .hasSize(1);
        assertThat(administrator
                        .get("/api/admin/wallets?frozen=true")
                        .expect(200)
                        .text())
                .contains(alice.id().toString());
        bob.browser().get(wallet()).expectProblem(403, "forbidden");
        freeze("NONE", "the enquiry is over");
    }

    /** What order-service tells wallet-service, so that the payment can be refunded by its id. */
    private UUID paysDirectly(Order order) {
        var payment = UUID.randomUUID();
        tellWallet(
                "reservations/" + payment,
                Map.of(
                        "customerId", alice.id(),
                        "payeeId", order.merchant().id(),
                        "amount", order.total(),
                        "orderId", order.id(),
                        "approval", alice.approves(order),
                        "expiresInSeconds", 900));
        tellWallet("reservations/%s/commit".formatted(payment), Map.of());
        return payment;
    }

    private void refund(UUID payment, Money amount) {
        tellWallet("refunds/" + UUID.randomUUID(), Map.of("reservationId", payment, "amount", amount));
    }

    private void tellWallet(String what, Map<String, ?> body) {
        var wallet = shop.urlOf(Part.WALLET).resolve("/internal/" + what);
        new Line()
                .send(HttpRequest.newBuilder(wallet)
                        .header("Authorization", "Bearer " + orderService)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(Answer.json(body))))
                .expect(200);
    }

    private void freeze(String direction, String reason) {
        administrator
                .put(wallet() + "/freeze", Map.of("direction", direction, "reason", reason))
                .expect(200);
    }

    private String wallet() {
        return "/api/admin/wallets/" + alice.id();
    }
}
