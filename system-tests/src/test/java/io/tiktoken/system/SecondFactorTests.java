package io.tiktoken.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Browser;
import io.tiktoken.system.customer.Credentials;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.SecondFactor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has an authenticator is asked for its code where it matters, and no code opens anything twice. */
@InTheShop
class SecondFactorTests {

    private static final String LITTLE = "200.00";
    private static final String MUCH = "200.01";

    private final Shop shop;
    private final Customer alice;
    private final Credentials credentials;
    private final UUID payee;
    private SecondFactor phone;

    SecondFactorTests(Shop shop) {
        this.shop = shop;
        this.alice = Customer.registers(shop, "alice");
        this.credentials = alice.credentials();
        this.payee = Customer.registers(shop, "bob").id();
    }

    @BeforeEach
    void setUpTheAuthenticator() {
        phone = SecondFactor.enrol(alice.browser());
    }

    @Test
    void loggingInTakesACodeAndSoDoesALargeApproval() {
        alice.logsOut().expect(204);

        credentials.logIn(alice.browser()).expectProblem(401, "otp_required");
        var code = phone.nextCode();
        credentials.logIn(alice.browser(), code).expect(200);
        credentials.logIn(new Browser(shop), code).expectProblem(401, "otp_incorrect");

        approving(Map.of("pin", alice.pin()), LITTLE).expect(201);
        approving(Map.of("pin", alice.pin()), MUCH).expectProblem(403, "otp_required");
        var next = phone.nextCode();
        approving(Map.of("pin", alice.pin(), "otp", next), MUCH).expect(201);
        approving(Map.of("pin", alice.pin(), "otp", next), MUCH).expectProblem(403, "otp_incorrect");
    }

    @Test
    void aLostPhoneIsReplacedByARecoveryCodeOnce() {
        var recoveryCode = phone.recoveryCodes().getFirst();

        credentials.logIn(new Browser(shop), recoveryCode).expect(200);

        credentials.logIn(new Browser(shop), recoveryCode).expectProblem(401, "otp_incorrect");
        assertThat(alice.sessions()).hasSize(2);
    }

    @Test
    void withoutTheAuthenticatorEverythingIsAsBefore() {
        disabling("not-the-passphrase", phone.recoveryCodes().get(0)).expectProblem(403, "password_incorrect");
        disabling(credentials.password(), "000000").expectProblem(403, "otp_incorrect");
        credentials.logIn(new Browser(shop)).expectProblem(401, "otp_required");

        disabling(credentials.password(), phone.recoveryCodes().get(1)).expect(204);

        credentials.logIn(new Browser(shop)).expect(200);
        approving(Map.of("pin", alice.pin()), MUCH).expect(201);
    }

    private Answer approving(Map<String, String> proof, String amount) {
        return alice.asksForTransferApproval(proof, payee, amount);
    }

    private Answer disabling(String password, String otp) {
        return alice.browser().post("/api/auth/totp/disable", Map.of("password", password, "otp", otp));
    }
}
