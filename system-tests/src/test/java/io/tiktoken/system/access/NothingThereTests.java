package io.tiktoken.system.access;

import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.net.URI;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whoever asks for what is not there, or not so, or not for them, hears what is missing: a log-in first (401), then the
 * thing (404) or its method (405), and a right (403) only where a right would help.
 */
@InTheShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The callers are the same for all rows.
class NothingThereTests {

    private final Shop shop;
    private final Callers callers;

    NothingThereTests(Shop shop) {
        this.shop = shop;
        this.callers = new Callers(shop);
    }

    @ParameterizedTest(name = "{0} {1} for a stranger, a customer, an administrator, a service: {2}, {3}, {4}, {5}")
    @CsvSource({
        "GET,    /api/wallet/unheard-of,      401, 404, 404, 401",
        "POST,   /api/wallet/unheard-of,      401, 404, 404, 401",
        "DELETE, /api/wallet,                 401, 405, 405, 401",
        "PATCH,  /api/wallet/top-ups,         401, 405, 405, 401",
        "DELETE, /api/ledger/proof,           401, 405, 405, 401",
        "GET,    /api/admin/adjustments/{id}, 401, 403, 404, 401",
        "DELETE, /api/admin/wallets,          401, 405, 405, 401"
    })
    void atThePartAndThroughTheGateway(
            String method, String path, int stranger, int customer, int administrator, int service) {
        for (var door : new URI[] {shop.urlOf(Part.WALLET), shop.url()}) {
            tryAll(door, method, path, stranger, customer, administrator, service);
        }
    }

    @ParameterizedTest(name = "{0} {1} for a stranger, a customer, an administrator, a service: {2}, {3}, {4}, {5}")
    @CsvSource({
        "GET,    /internal/unheard-of,        401, 401, 401, 404",
        "DELETE, /internal/reservations/{id}, 401, 401, 401, 405",
        "GET,    /internal/reservations/{id}, 401, 401, 401, 404"
    })
    void atTheInnerDoor(String method, String path, int stranger, int customer, int administrator, int service) {
        tryAll(shop.urlOf(Part.WALLET), method, path, stranger, customer, administrator, service);
    }

    /** Behind these there is no part that could know anybody, so there is nothing to log in for. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GET, /api/unheard-of, 404",
        "POST, /unheard-of, 404",
        "GET, /internal/unheard-of, 404",
        "DELETE, /, 405"
    })
    void atTheGatewayItself(String method, String path, int everybody) {
        tryAll(shop.url(), method, path, everybody, everybody, everybody, everybody);
    }

    private void tryAll(
            URI door, String method, String path, int stranger, int customer, int administrator, int service) {
        var endpoint = new Endpoint(method, path, Part.WALLET);
        var heard = new SoftAssertions();
        var expected = new int[] {stranger, customer, administrator, service};
        var asking = new Caller[] {Caller.NOBODY, Caller.ALICE, Caller.ADMINISTRATOR, Caller.ORDER_SERVICE};
        for (var i = 0; i < asking.length; i++) {
            var answer = Knock.at(door, endpoint, callers.tokenOf(asking[i], Part.WALLET));
            heard.assertThat(answer.status())
                    .as("%s at %s hears %s", asking[i], door, answer)
                    .isEqualTo(expected[i]);
            heard.assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
            heard.assertThat(answer.header("Allow").isPresent()).isEqualTo(expected[i] == 405);
        }
        heard.assertAll();
    }
}
