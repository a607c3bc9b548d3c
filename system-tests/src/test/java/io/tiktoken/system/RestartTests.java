package io.tiktoken.system;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A part that is started anew logs nobody out. */
@InTheShop
class RestartTests {

    private final Shop shop;

    RestartTests(Shop shop) {
        this.shop = shop;
    }

    @ParameterizedTest(name = "after a restart of {0} the cookie is still good")
    @EnumSource(
            value = Part.class,
            names = {"AUTH", "GATEWAY"})
    void logsNobodyOut(Part part) throws Exception {
        var alice = Customer.registersWithMoney(shop, "alice", "5.00");
        var bob = Customer.registers(shop, "bob");

        shop.kill(part);
        shop.start(part);

        alice.wallet();
        alice.approvesTransfer(bob, "1.00");
    }
}
