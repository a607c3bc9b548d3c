package io.tiktoken.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A card number is no name and no reason: others would read it, and the audit keeps it for good. */
@AuthServiceTest
@Import(AdminCaller.class)
@ExtendWith(OutputCaptureExtension.class)
class CardNumberTests {

    @Autowired
    Caller caller;

    @Autowired
    AdminCaller admin;

    @ParameterizedTest
    @ValueSource(strings = {"5105 1051 0510 5100", "５１０５１０５１０５１０５１００", "Bob 5105/1051/0510/5100"})
    void isNotADisplayName(String name, CapturedOutput output) {
        var alice = caller.register();
        var token = caller.personToken(alice);

        assertRefused(caller.put("/api/auth/me", Map.of("displayName", name), token));
        assertRefused(caller.post(
                "/api/auth/register",
                Map.of(
                        "username",
                        "u" + UUID.randomUUID().toString().substring(0, 8),
                        "password",
                        People.PASSWORD,
                        "displayName",
                        name)));

        assertThat(output).doesNotContain(name);
    }

    @Test
    void isNotAUsername() {
        assertRefused(caller.post(
                "/api/auth/register", Map.of("username", "u5105-1051-0510-5100", "password", People.PASSWORD)));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, suspension",
        "POST, pin-reset",
        "POST, recovery-code",
        "POST, totp-removal",
    })
    void isNotAReason(String method, String action) {
        var path = "/api/admin/users/%s/%s".formatted(caller.register().id(), action);
        var reason = Map.of("reason", "paid with 5105-1051-0510-5100");

        assertRefused(method.equals("PUT") ? admin.put(path, reason) : admin.post(path, reason));
    }

    @Test
    void isNeitherAClientsNameNorWhyItIsShutOut() {
        assertRefused(admin.post("/api/admin/clients", Map.of("kind", "merchant", "name", "Shop 5105105105105100")));
        var merchant = admin.post(
                "/api/admin/clients",
                Map.of(
                        "kind",
                        "merchant",
                        "name",
                        "Shop " + UUID.randomUUID().toString().substring(0, 8)));
        var path = "/api/admin/clients/%s/disablement".formatted(Caller.text(merchant, "$.client.id"));

        assertRefused(admin.put(path, Map.of("reason", "5105105105105100 leaked")));
    }

    private static void assertRefused(MvcTestResult answer) {
        assertThat(answer).hasStatus(400).bodyJson().extractingPath("$.code").isEqualTo("card_number_refused");
    }
}
