package io.tiktoken.auth.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.Caller.Registered;
import io.tiktoken.auth.People;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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

@AuthServiceTest
@Import(Administrator.class)
@ExtendWith(OutputCaptureExtension.class)
class AdministrationApiTests {

    static final Map<String, String> REASON = Map.of("reason", "Reported by three customers");

    @Autowired
    Caller caller;

    @Autowired
    Administrator administrator;

    String token = "";

    @BeforeEach
    void logIn() {
        token = administrator.token();
    }

    @Test
    void whoIsSuspendedIsOutAtOnceAndComesBackWhenReinstated() {
        var bob = caller.register();
        var handle = caller.handleIn(caller.logIn(bob.username(), People.PASSWORD));

        var suspended = caller.put("/api/admin/users/%s/suspension".formatted(bob.id()), REASON, token);

        assertThat(suspended).hasStatus(200);
        assertThat(suspended).bodyJson().extractingPath("$.suspended").isEqualTo(true);
        assertThat(suspended).bodyJson().hasPath("$.suspendedAt");
        assertThat(suspended).bodyJson().extractingPath("$.username").isEqualTo(bob.username());
        assertThat(caller.exchange(handle)).hasStatus(404);
        assertThat(caller.logIn(bob.username(), People.PASSWORD)).hasStatus(403);

        var reinstated = caller.delete("/api/admin/users/%s/suspension".formatted(bob.id()), token);

        assertThat(reinstated).hasStatus(200);
        assertThat(reinstated).bodyJson().extractingPath("$.suspended").isEqualTo(false);
        assertThat(reinstated).bodyJson().doesNotHavePath("$.suspendedAt");
        assertThat(caller.logIn(bob.username(), People.PASSWORD)).hasStatus(200);
    }

    @Test
    void nobodySuspendsThemselves() {
        var carol = caller.register();
        var own = administrator.token(carol);

        var answer = caller.put("/api/admin/users/%s/suspension".formatted(carol.id()), REASON, own);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("cannot_suspend_yourself");
    }

    @Test
    void rolesAreGivenAndTakenBackByTwo() {
        var bob = caller.register();
        var path = "/api/admin/users/%s/roles".formatted(bob.id());
        var other = administrator.token();

        confirm(caller.put(path, Map.of("roles", List.of("CUSTOMER", "ADMIN")), token), other);
        assertThat(caller.get("/api/admin/users/" + bob.id(), token))
                .bodyJson()
                .extractingPath("$.roles")
                .isEqualTo(List.of("CUSTOMER", "ADMIN"));
        assertThat(caller.get("/api/admin/users", caller.personToken(bob))).hasStatus(200);

        confirm(caller.put(path, Map.of("roles", List.of("CUSTOMER")), token), other);
        assertThat(caller.get("/api/admin/users", caller.personToken(bob))).hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"roles\":null}", "{\"roles\":[\"KING\"]}", "{\"roles\":[null]}", "{\"roles\":\"ADMIN\"}"
            })
    void nonsenseRolesAreRefused(String body) {
        var bob = caller.register();

        assertThat(caller.putText("/api/admin/users/%s/roles".formatted(bob.id()), body, token))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\":null}", "{\"reason\":\"  a b   \"}", "{\"reason\":\"\\u202e\\u0000\\u0007\"}"
            })
    void aReasonMustSaySomething(String body) {
        var bob = caller.register();
        // "a b" has three characters, the others have none.
        var expected = body.contains("a b") ? 200 : 400;

        assertThat(caller.putText("/api/admin/users/%s/suspension".formatted(bob.id()), body, token))
                .hasStatus(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 400", "3, 200", "140, 200", "141, 400"})
    void aReasonHasThreeToAHundredAndFortyCharacters(int count, int status) {
        var bob = caller.register();

        assertThat(caller.put(
                        "/api/admin/users/%s/suspension".formatted(bob.id()),
                        Map.of("reason", "😀".repeat(count)),
                        token))
                .hasStatus(status);
    }

    @Test
    void aForcedPinResetLeavesOnlyThePassword() {
        var bob = caller.register();
        var own = caller.personToken(bob);
        var payee = caller.register().id();

        assertThat(caller.post("/api/admin/users/%s/pin-reset".formatted(bob.id()), REASON, token))
                .hasStatus(204);

        var approval = Map.of(
                "pin",
                bob.pin(),
                "operation",
                Map.of("type", "transfer", "payee", payee, "amount", Map.of("amount", 100, "currency", "TTK")));
        assertThat(caller.post("/api/approvals", approval, own)).hasStatus(423);
        assertThat(caller.get("/api/admin/users/" + bob.id(), token))
                .bodyJson()
                .extractingPath("$.pinLocked")
                .isEqualTo(true);
        assertThat(caller.post("/api/auth/pin", Map.of("password", People.PASSWORD), own))
                .hasStatus(200);
        assertThat(caller.get("/api/admin/users/" + bob.id(), token))
                .bodyJson()
                .extractingPath("$.pinLocked")
                .isEqualTo(false);
    }

    @Test
    void aNewRecoveryCodeReplacesTheOldOneAndIsNotLogged(CapturedOutput output) {
        var bob = caller.register();

        var issued = caller.post("/api/admin/users/%s/recovery-code".formatted(bob.id()), REASON, token);

        assertThat(issued).hasStatus(201);
        assertThat(issued).headers().hasValue("Cache-Control", "no-store");
        var code = Caller.text(issued, "$.recoveryCode");
        assertThat(recover(bob, bob.recoveryCode())).hasStatus(401);
        assertThat(recover(bob, code)).hasStatus(200);
        assertThat(output).doesNotContain(code);
        assertThat(caller.get("/api/admin/audit?kind=RECOVERY_CODE_ISSUED&subject=" + bob.id(), token))
                .bodyJson()
                .extractingPath("$.data[0].detail")
                .isEqualTo(REASON.get("reason"));
    }

    @Test
    void nobodyChecksTheirOwnIdentity() {
        var carol = caller.register();
        var own = administrator.token(carol);

        var answer = caller.post("/api/admin/users/%s/recovery-code".formatted(carol.id()), REASON, own);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("not_for_yourself");
    }

    @Test
    void whoDoesNotExistIsNotFound() {
        var nobody = "/api/admin/users/" + UUID.randomUUID();

        assertThat(caller.post(nobody + "/pin-reset", REASON, token)).hasStatus(404);
        assertThat(caller.post(nobody + "/recovery-code", REASON, token)).hasStatus(404);
        assertThat(caller.post(nobody + "/totp-removal", REASON, token)).hasStatus(404);
        assertThat(caller.put(nobody + "/suspension", REASON, token)).hasStatus(404);
        assertThat(caller.delete(nobody + "/suspension", token)).hasStatus(404);
    }

    @Test
    void theDocumentAsksNobodyWhoTheyAre() {
        var suspension = "$.paths['/api/admin/users/{id}/suspension'].put";
        var document = caller.get("/v3/api-docs", token);

        assertThat(document).hasStatus(200);
        assertThat(document)
                .bodyJson()
                .extractingPath(suspension + ".parameters[*].name")
                .isEqualTo(List.of("id"));
    }

    @Test
    void showsPeople() {
        var alice = caller.register();

        var list = caller.get("/api/admin/users?q=" + alice.username().toUpperCase(), token);
        var one = caller.get("/api/admin/users/" + alice.id(), token);

        assertThat(list).hasStatus(200);
        assertThat(list).bodyJson().extractingPath("$.data[0].id").isEqualTo(alice.id());
        assertThat(list).bodyJson().extractingPath("$.data[0].secondFactor").isEqualTo(false);
        assertThat(one).hasStatus(200);
        assertThat(one).bodyJson().extractingPath("$.sessions").isEqualTo(0);
        assertThat(one).bodyJson().extractingPath("$.pinLocked").isEqualTo(false);
        assertThat(one).bodyJson().extractingPath("$.passwordMustChange").isEqualTo(false);
        assertThat(one).bodyJson().hasPath("$.createdAt");
        assertThat(caller.get("/api/admin/users/" + UUID.randomUUID(), token)).hasStatus(404);
        assertThat(caller.get("/api/admin/users?role=KING", token)).hasStatus(400);
        assertThat(caller.get("/api/admin/users?q=" + "a".repeat(65), token)).hasStatus(400);
        assertThat(caller.get("/api/admin/users?q=&role=&suspended=", token)).hasStatus(200);
    }

    @Test
    void aCustomerHasNoBusinessHere() {
        var alice = caller.register();
        var customer = caller.personToken(alice);

        for (var path : List.of(
                "/api/admin/users", "/api/admin/users/" + alice.id(), "/api/admin/decisions", "/api/admin/audit")) {
            assertThat(caller.get(path, customer)).hasStatus(403);
        }
        var answer = caller.put(
                "/api/admin/users/%s/roles".formatted(alice.id()), Map.of("roles", List.of("ADMIN")), customer);
        assertThat(answer).hasStatus(403);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("forbidden");
    }

    @Test
    void withoutASecondFactorAnAdministratorMayOnlyLook() {
        var looker = administrator.tokenWithoutSecondFactor();
        var alice = caller.register();

        assertThat(caller.get("/api/admin/users/" + alice.id(), looker)).hasStatus(200);
        for (var answer : List.of(
                caller.put("/api/admin/users/%s/suspension".formatted(alice.id()), REASON, looker),
                caller.delete("/api/admin/users/%s/suspension".formatted(alice.id()), looker),
                caller.put("/api/admin/users/%s/roles".formatted(alice.id()), Map.of("roles", List.of()), looker),
                caller.post("/api/admin/users/%s/pin-reset".formatted(alice.id()), REASON, looker),
                caller.post("/api/admin/users/%s/recovery-code".formatted(alice.id()), REASON, looker),
                caller.post("/api/admin/users/%s/totp-removal".formatted(alice.id()), REASON, looker),
                caller.post("/api/admin/decisions/%s/confirmation".formatted(alice.id()), Map.of(), looker),
                caller.post("/api/admin/decisions/%s/refusal".formatted(alice.id()), Map.of(), looker))) {
            assertThat(answer).hasStatus(403);
            assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("second_factor_required");
        }
    }

    private void confirm(MvcTestResult asked, String other) {
        assertThat(asked).hasStatus(202);
        var path = "/api/admin/decisions/%s/confirmation".formatted(Caller.text(asked, "$.id"));
        assertThat(caller.postText(path, "", other)).hasStatus(200);
    }

    private MvcTestResult recover(Registered person, String code) {
        return caller.post(
                "/api/auth/recovery",
                Map.of("username", person.username(), "recoveryCode", code, "newPassword", "another good password"));
    }
}
