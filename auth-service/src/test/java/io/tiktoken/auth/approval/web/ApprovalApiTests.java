package io.tiktoken.auth.approval.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.Caller.Registered;
import io.tiktoken.auth.Claims;
import io.tiktoken.auth.People;
import io.tiktoken.auth.pin.Pin;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
class ApprovalApiTests {

    static final String SHOP = "00000000-0000-7000-8000-000000000001";

    @Autowired
    Caller caller;

    Registered alice;
    String token;

    @BeforeEach
    void logAliceIn() {
        alice = caller.register();
        token = caller.personToken(alice);
    }

    @Test
    void theRightPinGivesAnApproval() throws Exception {
        var answer = approve(alice.pin(), purchase(1_550));

        assertThat(answer).hasStatus(201);
        var claims = Claims.of(Caller.text(answer, "$.approval"));
        assertThat(claims.getSubject()).isEqualTo(alice.id());
        assertThat(claims.getLongClaim("amount")).isEqualTo(1_550);
        assertThat(Caller.text(answer, "$.expiresAt"))
                .isEqualTo(claims.getExpirationTime().toInstant().toString());
    }

    @Test
    void aWrongPinSaysHowManyTriesAreLeftUntilItIsLocked() {
        for (var left = 4; left >= 0; left--) {
            var answer = approve(wrongPin(), purchase(1_550));
            assertThat(answer).hasStatus(403);
            assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("pin_incorrect");
            assertThat(answer).bodyJson().extractingPath("$.attemptsLeft").isEqualTo(left);
        }

        var locked = approve(alice.pin(), purchase(1_550));
        assertThat(locked).hasStatus(423);
        assertThat(locked).bodyJson().extractingPath("$.code").isEqualTo("pin_locked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s.0", "true", "[\"%s\"]", "null"})
    void aPinIsTextAndWhatIsNoneCostsNoTry(String json) {
        var typed = json.formatted("123456");

        for (var i = 0; i < 6; i++) {
            assertThat(approve(typed)).hasStatus(400);
        }

        assertThat(approve("\"" + alice.pin() + "\"")).hasStatus(201);
    }

    @Test
    void aCodeIsText() {
        assertThat(approve("\"" + alice.pin() + "\", \"otp\": 287082")).hasStatus(400);
    }

    @Test
    void twelveRightPinsAtOnceAreAllRight() throws Exception {
        Callable<Integer> call =
                () -> approve(alice.pin(), purchase(1_550)).getResponse().getStatus();

        try (var hands = Executors.newFixedThreadPool(12)) {
            assertThat(hands.invokeAll(Collections.nCopies(12, call)))
                    .extracting(Future::resultNow)
                    .containsOnly(201);
        }
    }

    @Test
    void thePasswordGivesANewPin() {
        for (var i = 0; i < 5; i++) {
            approve(wrongPin(), purchase(1_550));
        }

        var refused = caller.post("/api/auth/pin", Map.of("password", "not the password"), token);
        assertThat(refused).hasStatus(403);
        assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("password_incorrect");
        var given = caller.post("/api/auth/pin", Map.of("password", People.PASSWORD), token);

        assertThat(given).hasStatus(200);
        assertThat(approve(Caller.text(given, "$.pin"), purchase(1_550))).hasStatus(201);
    }

    @Test
    void aTransferIsApprovedForTheOneWhoWasLookedUp() throws Exception {
        var bob = caller.register();
        var found = caller.get("/api/users/" + bob.username().toUpperCase(), token);
        assertThat(found).bodyJson().extractingPath("$.displayName").isEqualTo("a•••");

        var answer = approve(alice.pin(), transfer(Caller.text(found, "$.id")));

        var claims = Claims.of(Caller.text(answer, "$.approval"));
        assertThat(claims.getStringClaim("payee_id")).isEqualTo(bob.id());
        assertThat(claims.getStringClaim("payee_username")).isEqualTo(bob.username());
    }

    @Test
    void nobodyPaysNobodyOrThemselves() {
        var nobody = approve(alice.pin(), transfer(UUID.randomUUID().toString()));
        assertThat(nobody).hasStatus(404);
        assertThat(nobody).bodyJson().extractingPath("$.code").isEqualTo("payee_not_found");

        var self = approve(alice.pin(), transfer(alice.id()));
        assertThat(self).hasStatus(422);
        assertThat(self).bodyJson().extractingPath("$.code").isEqualTo("payee_is_yourself");

        var unknown = caller.get("/api/users/nobody-here", token);
        assertThat(unknown).hasStatus(404);
    }

    private MvcTestResult approve(String pin, Object operation) {
        return caller.post("/api/approvals", Map.of("pin", pin, "operation", operation), token);
    }

    private MvcTestResult approve(String pinAsJson) {
        return caller.postText("/api/approvals", """
                {"pin": %s, "operation": {"type": "purchase", "payee": "%s", "orderId": "%s",
                 "amount": {"amount": 1550, "currency": "TTK"}}}""".formatted(pinAsJson, SHOP, UUID.randomUUID()), token);
    }

    private String wrongPin() {
        return People.other(new Pin(alice.pin())).digits();
    }

    private static Map<String, Object> purchase(long amount) {
        return Map.of(
                "type",
                "purchase",
                "payee",
                SHOP,
                "amount",
                Map.of("amount", amount, "currency", "TTK"),
                "orderId",
                UUID.randomUUID().toString());
    }

    private static Map<String, Object> transfer(String payee) {
        return Map.of("type", "transfer", "payee", payee, "amount", Map.of("amount", 100, "currency", "TTK"));
    }
}
