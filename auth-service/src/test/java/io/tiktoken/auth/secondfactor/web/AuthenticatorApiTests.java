package io.tiktoken.auth.secondfactor.web;

import static io.tiktoken.auth.secondfactor.web.AliceAtHome.codesIn;
import static io.tiktoken.auth.secondfactor.web.AliceAtHome.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.People;
import java.text.ParseException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

@AuthServiceTest
class AuthenticatorApiTests {

    @Autowired
    Caller caller;

    AliceAtHome alice;

    @BeforeEach
    void logAliceIn() {
        alice = new AliceAtHome(caller);
    }

    @Test
    void logInAsksForTheCodeOnlyAfterTheRightPassword() throws ParseException {
        alice.enable();

        refused(alice.logIn("not the password"), 401, "invalid_credentials");
        refused(alice.logIn("not the password", alice.nextCode()), 401, "invalid_credentials");
        refused(alice.logIn(People.PASSWORD), 401, "otp_required");
        var loggedIn = alice.logIn(People.PASSWORD, alice.nextCode());

        assertThat(loggedIn).hasStatus(200);
        assertThat(loggedIn).bodyJson().extractingPath("$.secondFactor").isEqualTo(true);
        assertThat(alice.amrOf(caller.handleIn(loggedIn))).containsExactly("pwd", "otp");
    }

    @Test
    void wrongCodesLockUntilARecoveryCodeOpens() {
        var codes = codesIn(alice.enable());
        for (var left = 4; left >= 0; left--) {
            var wrong = alice.logIn(People.PASSWORD, alice.phone().wrongCodeAt(Instant.now()));
            refused(wrong, 401, "otp_incorrect");
            assertThat(wrong).bodyJson().extractingPath("$.attemptsLeft").isEqualTo(left);
        }
        refused(alice.logIn(People.PASSWORD, alice.nextCode()), 423, "otp_locked");

        assertThat(alice.logIn(People.PASSWORD, codes.getFirst().toLowerCase())).hasStatus(200);
        refused(alice.logIn(People.PASSWORD, codes.getFirst()), 401, "otp_incorrect");
        assertThat(alice.logIn(People.PASSWORD, alice.nextCode())).hasStatus(200);
    }

    @Test
    void tooManyWrongRecoveryCodesAreAskedToComeBack() {
        alice.enable();
        for (var i = 0; i < 10; i++) {
            refused(alice.logIn(People.PASSWORD, "K7QM2-X0D4V-93TRN-HB8WS"), 401, "otp_incorrect");
        }

        var tooMany = alice.logIn(People.PASSWORD, "K7QM2-X0D4V-93TRN-HB8WS");

        refused(tooMany, 429, "too_many_requests");
        assertThat(Integer.parseInt(tooMany.getResponse().getHeader(HttpHeaders.RETRY_AFTER)))
                .isBetween(3_000, 3_600);
    }

    @Test
    void disablingWantsBothFactorsAndTakesTheSecondAway() throws ParseException {
        var codes = codesIn(alice.enable());

        refused(alice.disable("not the password", alice.nextCode()), 403, "password_incorrect");
        var wrong = alice.disable(People.PASSWORD, alice.phone().wrongCodeAt(Instant.now()));
        refused(wrong, 403, "otp_incorrect");
        assertThat(wrong).bodyJson().extractingPath("$.attemptsLeft").isEqualTo(4);
        assertThat(alice.disable(People.PASSWORD, alice.nextCode())).hasStatus(204);

        assertThat(alice.me()).isFalse();
        assertThat(alice.amr()).containsExactly("pwd");
        assertThat(alice.logIn(People.PASSWORD)).hasStatus(200);
        refused(alice.disable(People.PASSWORD, codes.getFirst()), 409, "totp_not_enabled");
        assertThat(alice.enable()).hasStatus(200);
    }

    @Test
    void aStolenSessionIsNoPlaceToGuessThePassword() {
        alice.enable();
        for (var i = 0; i < 5; i++) {
            refused(alice.disable("not the password", alice.nextCode()), 403, "password_incorrect");
        }

        refused(alice.disable(People.PASSWORD, alice.nextCode()), 429, "too_many_requests");
        refused(alice.newPin(Map.of("password", People.PASSWORD, "otp", alice.nextCode())), 429, "too_many_requests");
    }

    @Test
    void freshRecoveryCodesMakeTheEarlierOnesWorthless() {
        var earlier = codesIn(alice.enable());

        var replaced = alice.replaceCodes(earlier.getFirst());

        assertThat(replaced).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(codesIn(replaced)).hasSize(10).doesNotContainAnyElementsOf(earlier);
        refused(alice.replaceCodes(earlier.get(1)), 403, "otp_incorrect");
        assertThat(alice.logIn(People.PASSWORD, codesIn(replaced).getFirst())).hasStatus(200);
    }

    @Test
    void freshRecoveryCodesAreForThoseWhoHaveAnAuthenticator() {
        refused(alice.replaceCodes("287082"), 409, "totp_not_enabled");
    }

    @Test
    void aLargeApprovalAndANewPinWantTheCode() {
        var codes = codesIn(alice.enable());

        refused(alice.approve(Map.of("pin", alice.pin(), "operation", purchase(20_001))), 403, "otp_required");
        var approved =
                alice.approve(Map.of("pin", alice.pin(), "otp", alice.nextCode(), "operation", purchase(20_001)));
        assertThat(approved).hasStatus(201);
        assertThat(alice.approve(Map.of("pin", alice.pin(), "operation", purchase(20_000))))
                .hasStatus(201);

        refused(alice.newPin(Map.of("password", People.PASSWORD)), 403, "otp_required");
        assertThat(alice.newPin(Map.of("password", People.PASSWORD, "otp", codes.get(1))))
                .hasStatus(200)
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Map<String, Object> purchase(long amount) {
        return Map.of(
                "type",
                "purchase",
                "payee",
                "00000000-0000-7000-8000-000000000001",
                "amount",
                Map.of("amount", amount, "currency", "TTK"),
                "orderId",
                UUID.randomUUID().toString());
    }
}
