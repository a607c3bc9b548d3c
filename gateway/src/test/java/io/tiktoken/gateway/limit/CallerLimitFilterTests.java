package io.tiktoken.gateway.limit;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;

@ExtendWith(OutputCaptureExtension.class)
class CallerLimitFilterTests extends RateLimitTest {

    @ParameterizedTest(name = "{0} {1}: {2} for one user and no more")
    @CsvSource({
        "POST, /api/approvals, 60",
        "POST, /api/auth/pin, 60",
        "POST, /api/auth/totp, 60",
        "POST, /api/auth/totp/confirm, 60",
        "POST, /api/auth/password, 60",
        "GET, /api/users/bob, 30",
        "HEAD, /api/users/bob, 30",
        "POST, /api/wallet/transfers, 60",
        "POST, /api/orders, 60",
        "POST, /api/orders/1/payment, 60",
        "POST, /api/fx/quotes, 60",
        "PUT, /api/admin/wallets/1, 60",
        "POST, /api/admin/adjustments/1/confirmation, 60",
        "POST, /api/admin/decisions/1/confirmation, 60",
        "POST, /api/admin/orders/1/refunds, 60",
        "GET, /api/wallet, 70",
        "GET, /api/orders/1, 70",
        "PUT, /api/cart/items/1, 70",
        "GET, /api/admin/audit, 70",
    })
    void countsByUserWhereverTheyAre(String method, String path, int allowed) {
        var asked = HttpMethod.valueOf(method);
        var home = newAddress();
        var handle = sessionOf(newUser());

        for (var number = 0; number < allowed; number++) {
            assertAdmitted(withSession(handle, number % 2 == 0 ? home : newAddress(), asked, path));
        }
        assertRefused(withSession(handle, newAddress(), asked, path));

        assertThat(reached(asked, path)).isEqualTo(allowed);
        assertAdmitted(withSession(sessionOf(newUser()), home, asked, path));
    }

    @Test
    void allSessionsAndTokensOfOnePersonShare() {
        var user = newUser();
        var one = sessionOf(user);
        var other = sessionOf(user);
        for (var number = 0; number < 30; number++) {
            assertAdmitted(withSession(one, newAddress(), HttpMethod.POST, "/api/wallet/transfers"));
            assertAdmitted(withSession(other, newAddress(), HttpMethod.POST, "/api/orders"));
        }

        assertRefused(withSession(one, newAddress(), HttpMethod.POST, "/api/fx/quotes"));
        assertRefused(withToken(Signatures.person(user), newAddress(), HttpMethod.POST, "/api/orders"));
    }

    @Test
    void whoMayNotSpendMayStillLook() {
        var handle = sessionOf(newUser());
        for (var number = 0; number < 60; number++) {
            withSession(handle, newAddress(), HttpMethod.POST, "/api/orders");
        }
        assertRefused(withSession(handle, newAddress(), HttpMethod.POST, "/api/orders"));

        assertAdmitted(withSession(handle, newAddress(), HttpMethod.GET, "/api/orders"));
        assertAdmitted(withSession(handle, newAddress(), HttpMethod.POST, "/api/approvals"));
    }

    @Test
    void aMachineHasAnAllowanceOfItsOwn() {
        var merchant = Signatures.machine("merchant-" + newUser());
        var address = newAddress();
        for (var number = 0; number < 100; number++) {
            assertAdmitted(withToken(merchant, address, HttpMethod.POST, "/api/merchant/orders"));
        }

        assertRefused(withToken(merchant, newAddress(), HttpMethod.GET, "/api/merchant/orders"));
        assertAdmitted(withToken(Signatures.machine("kiosk-1"), address, HttpMethod.POST, "/api/kiosk/sessions"));

        ticker.pass(Duration.ofMillis(10));
        assertAdmitted(withToken(merchant, address, HttpMethod.POST, "/api/merchant/orders"));
    }

    @Test
    void aDeadSessionIsAStranger() {
        var address = newAddress();
        for (var number = 0; number < 80; number++) {
            assertAdmitted(withSession("unheard-of-" + number, address, HttpMethod.GET, "/api/wallet"));
        }

        assertRefused(withSession("unheard-of", address, HttpMethod.GET, "/api/wallet"));
    }

    @Test
    void aRefusalCostsNoExchangeEither() {
        var handle = sessionOf(newUser());
        for (var number = 0; number < 100; number++) {
            withSession(handle, newAddress(), HttpMethod.GET, "/api/users/bob");
        }

        AUTH.verify(1, postRequestedFor(urlPathEqualTo("/internal/sessions/token")));
        assertThat(reached(HttpMethod.GET, "/api/users/bob")).isEqualTo(30);
    }

    @Test
    void theLogNamesTheMachine(CapturedOutput output) {
        assertAdmitted(withToken(
                Signatures.machine("merchant-of-the-log"), newAddress(), HttpMethod.GET, "/api/merchant/orders"));

        Awaitility.await().until(() -> output.getOut().contains("user=merchant-of-the-log"));
    }
}
