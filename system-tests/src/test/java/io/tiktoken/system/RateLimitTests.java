package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever knocks too often waits; all other stories are told at a door that allows a thousand times as much. */
@InTheShop
class RateLimitTests {

    private static final int LOGINS_IN_A_MINUTE = 10;

    private final Shop shop;

    RateLimitTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void theEleventhLoginOfAMinuteFromOneAddressHasToWait() throws Exception {
        var alice = Customer.registers(shop, "alice");
        try (var door = shop.openSideDoor(Map.of("TIKTOKEN_RATE_LIMITS_FACTOR", "1"))) {
            var stranger = new Browser(door.url());
            for (var login = 0; login < LOGINS_IN_A_MINUTE; login++) {
                stranger.post("/api/auth/login", Map.of("username", "nobody.here", "password", "guess-" + login))
                        .expectProblem(401, "invalid_credentials");
            }

            var refused = alice.credentials().logIn(stranger).expectProblem(429, "too_many_requests");

            assertThat(refused.header("Retry-After"))
                    .hasValueSatisfying(
                            seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
            stranger.get("/api/products").expect(200);
            alice.credentials().logIn(new Browser(shop)).expect(200);
        }
    }
}
