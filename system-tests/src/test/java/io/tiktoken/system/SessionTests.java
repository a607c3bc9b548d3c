package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** A login is a cookie that means something only as long as nobody logged out. */
@InTheShop
class SessionTests {

    private static final String COOKIE = "tiktoken_session";

    private final Shop shop;

    SessionTests(Shop shop) {
        this.shop = shop;
    }

    @Test
    void loggingOutEndsTheSessionAtOnce() {
        var alice = Customer.registers(shop, "alice");
        var cookie = sessionCookie(alice);
        var thief = new Browser(shop);
        thief.send(withCookie(thief, cookie)).expect(200);

        alice.logsOut().expect(204);

        thief.send(withCookie(thief, cookie)).expectProblem(401, "unauthenticated");
        alice.browser().get("/api/auth/me").expectProblem(401, "unauthenticated");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndIsNewAtEveryLogin() {
        var alice = Customer.registers(shop, "alice");
        var first = sessionCookie(alice);

        alice.logsIn();

        assertThat(first.isHttpOnly()).isTrue();
        assertThat(sessionCookie(alice).getValue()).isNotEqualTo(first.getValue());
    }

    private static HttpCookie sessionCookie(Customer customer) {
        return customer.browser().cookies().stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst()
                .orElseThrow();
    }

    private static HttpRequest.Builder withCookie(Browser browser, HttpCookie cookie) {
        return browser.to("/api/auth/me")
                .header("Cookie", COOKIE + "=" + cookie.getValue())
                .GET();
    }
}
