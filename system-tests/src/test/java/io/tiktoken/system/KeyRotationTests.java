package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import org.junit.jupiter.api.Test;

/** Nobody notices when the shop gets another signing key, which takes over minutes later. */
@InTheShop
class KeyRotationTests {

    private final Shop shop;

    KeyRotationTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void sessionsAndPurchasesGoOn() throws Exception {
        var administrator = Administrator.of(shop).browser();
        var alice = Customer.registersWithMoney(shop, "alice", "20.00");
        var lipstick = new Visitor(shop).finds("lipstick");
        var order = alice.orders(lipstick, 1);

        // An earlier story may have announced a key already.
        assertThat(administrator.post("/api/admin/keys/rotation", "").status()).isIn(201, 409);

        assertThat(administrator
                        .get("/api/admin/keys")
                        .expect(200)
                        .body()
                        .path("data")
                        .findValuesAsString("state"))
                .contains("announced", "signing");
        var published =
                new Line().get(shop.urlOf(Part.AUTH).resolve("/oauth2/jwks")).expect(200);
        assertThat(published.body().path("keys").size()).isGreaterThanOrEqualTo(2);
        assertThat(published.body().findValuesAsString("d")).isEmpty();
        alice.pays(order).expect(200);

        shop.kill(Part.AUTH);
        shop.start(Part.AUTH);

        alice.pays(alice.orders(lipstick, 1)).expect(200);
        administrator.get("/api/admin/keys").expect(200);
    }
}
