package io.tiktoken.system;

import static io.tiktoken.system.customer.Money.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.SecondFactor;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators correct a wallet: a single one alone, and two only together. */
@InTheShop
class AdjustmentTests {

    private final Visitor visitor;
    private final Browser administrator;
    private final Customer alice;
    private final Customer bob;
    private final UUID bobsId;

    AdjustmentTests(Shop shop) {
        this.visitor = new Visitor(shop);
        this.administrator = Administrator.of(shop).browser();
        this.alice = Customer.registersWithMoney(shop, "alice", "100.00");
        this.bob = Customer.registers(shop, "bob");
        this.bobsId = bob.id(); // Asked while he is logged in: every change of roles logs him out.
    }

    @BeforeEach
    void bobBecomesAnAdministrator() {
        roles(administrator, "CUSTOMER", "ADMIN")
                .expect(200); // At once: there is nobody else yet who could confirm it.
        bob.logsIn();
        SecondFactor.enrol(bob.browser());
    }

    /** For the other stories there is only the first administrator. One's own role is one's own to give up. */
    @AfterEach
    void bobIsACustomerAgain() {
        var roles = administrator
                .get("/api/admin/users/" + bobsId)
                .expect(200)
                .body()
                .path("roles");
        if (roles.valueStream().anyMatch(role -> role.asString().equals("ADMIN"))) {
            roles(bob.browser(), "CUSTOMER").expect(200);
        }
    }

    @Test
    void twoAdjustTogetherAndOneAlone() {
        var asked = adjust(administrator, "-25.00").expect(202).body();
        var id = asked.path("id").asString();
        assertThat(alice.wallet().balance()).isEqualTo(ttk("100.00"));
        confirm(administrator, id).expectProblem(403, "needs_another_administrator");
        assertThat(bob.browser()
                        .get("/api/admin/adjustments?state=AWAITING_CONFIRMATION")
                        .expect(200)
                        .text())
                .contains(id);

        confirm(bob.browser(), id).expect(200);

        assertThat(alice.wallet().balance()).isEqualTo(ttk("75.00"));
        assertThat(alice.transactions("ADJUSTMENT"))
                .singleElement()
                .satisfies(
                        seen -> assertThat(seen.amount()).isEqualTo(ttk("25.00").negated()));
        confirm(bob.browser(), id).expectProblem(409, "no_longer_open");

        roles(bob.browser(), "CUSTOMER").expect(200);

        var alone = adjust(administrator, "25.00").expect(201).body();
        assertThat(alone.path("alone").asBoolean()).isTrue();
        assertThat(alice.wallet().balance()).isEqualTo(ttk("100.00"));
        visitor.provesTheLedger();
    }

    @Test
    void whoWouldSuspendTheOtherOneToBookAloneMovesNothing() {
        var suspension = "/api/admin/users/%s/suspension".formatted(bobsId);
        var asked = administrator
                .put(suspension, Map.of("reason", "so that I am the only one"))
                .expect(202)
                .body();
        var decision = "/api/admin/decisions/" + asked.path("id").asString();
        administrator.post(decision + "/confirmation", Map.of()).expectProblem(403, "needs_another_administrator");
        roles(administrator, "CUSTOMER").expect(202);

        var adjustment = adjust(administrator, "25.00").expect(202).body();

        assertThat(adjustment.path("state").asString()).isEqualTo("AWAITING_CONFIRMATION");
        confirm(administrator, adjustment.path("id").asString()).expectProblem(403, "needs_another_administrator");
        administrator.delete(suspension).expect(200);
        assertThat(alice.wallet().balance()).isEqualTo(ttk("100.00"));
        bob.browser().get(decision).expect(200);
        bob.browser().post(decision + "/refusal", Map.of()).expect(200);
        visitor.provesTheLedger();
    }

    private Answer roles(Browser by, String... roles) {
        return by.put("/api/admin/users/%s/roles".formatted(bobsId), Map.of("roles", List.of(roles)));
    }

    private Answer adjust(Browser by, String amount) {
        var body = Map.of("amount", ttk(amount), "reason", "paid twice");
        return by.post("/api/admin/wallets/%s/adjustments".formatted(alice.id()), body, UUID.randomUUID());
    }

    private static Answer confirm(Browser by, String id) {
        return by.post("/api/admin/adjustments/%s/confirmation".formatted(id), Map.of(), UUID.randomUUID());
    }
}
