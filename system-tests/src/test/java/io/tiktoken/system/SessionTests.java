package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Credentials;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Session;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.net.HttpCookie;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A login is a cookie that means something only as long as nobody logged out. */
@InTheShop
class SessionTests {

    private static final String COOKIE = Browser.SESSION_COOKIE;

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

    @Test
    void whoSeesWhereTheyAreLoggedInCanEndThatSession() {
        var alice = Customer.registers(shop, "alice");
        var phone = new Browser(shop);
        alice.credentials().logIn(phone).expect(200);

        var elsewhere =
                alice.sessions().stream().filter(session -> !session.current()).toList();
        assertThat(alice.sessions()).hasSize(2);
        assertThat(elsewhere).hasSize(1);
        alice.browser()
                .delete("/api/auth/sessions/" + elsewhere.getFirst().id())
                .expect(204);

        phone.get("/api/wallet").expectProblem(401, "unauthenticated");
        assertThat(alice.sessions()).singleElement().matches(Session::current);
    }

    @Test
    void loggingOutEverywhereElseLeavesOneSession() {
        var alice = Customer.registers(shop, "alice");
        var phone = new Browser(shop);
        var library = new Browser(shop);
        alice.credentials().logIn(phone).expect(200);
        alice.credentials().logIn(library).expect(200);

        alice.browser().delete("/api/auth/sessions").expect(204);

        phone.get("/api/wallet").expectProblem(401, "unauthenticated");
        library.get("/api/auth/me").expectProblem(401, "unauthenticated");
        alice.wallet();
        assertThat(alice.sessions()).hasSize(1);
    }

    @Test
    void aNewPasswordEndsWhateverTheOldOneBegan() {
        var alice = Customer.registers(shop, "alice");
        var thief = new Browser(shop);
        alice.credentials().logIn(thief).expect(200);
        var changed = new Credentials(alice.credentials().username(), "quite-another-passphrase");

        alice.browser()
                .post(
                        "/api/auth/password",
                        Map.of("currentPassword", alice.credentials().password(), "newPassword", changed.password()))
                .expect(204);

        thief.get("/api/wallet").expectProblem(401, "unauthenticated");
        alice.credentials().logIn(thief).expectProblem(401, "invalid_credentials");
        changed.logIn(thief).expect(200);
        alice.wallet();
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
