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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
@Import(Administrator.class)
@ExtendWith(OutputCaptureExtension.class)
class DecisionApiTests {

    static final Map<String, String> REASON = Map.of("reason", "Lost the phone; passport shown");

    @Autowired
    Caller caller;

    @Autowired
    Administrator administrator;

    Registered bob;
    String bobs = "";
    String carols = "";
    String daves = "";

    @BeforeEach
    void threeAdministrators() {
        bob = caller.register();
        bobs = administrator.token(bob);
        carols = administrator.token();
        daves = administrator.token();
    }

    @Test
    void twoAdministratorsTogetherTakeASecondFactorAway() {
        var alice = somebodyWithAnAuthenticator();
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(401);

        var asked = removeTotp(alice, carols);
        var id = Caller.text(asked, "$.id");
        assertThat(asked).hasStatus(202).hasHeader("Location", "/api/admin/decisions/" + id);
        assertThat(asked).bodyJson().isLenientlyEqualTo("""
                {"kind": "TOTP_REMOVAL", "status": "AWAITING_CONFIRMATION", "userId": "%s", "username": "%s",
                 "reason": "Lost the phone; passport shown", "alone": false}
                """.formatted(alice.id(), alice.username()));
        assertThat(asked).bodyJson().hasPath("$.expiresAt");
        assertThat(asked).bodyJson().doesNotHavePath("$.decidedBy");
        assertThat(Caller.text(removeTotp(alice, daves), "$.id")).isEqualTo(id);

        assertProblem(decide(id, "confirmation", carols), 403, "needs_another_administrator");
        var confirmed = decide(id, "confirmation", daves);

        assertThat(confirmed)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("CONFIRMED");
        assertThat(confirmed).bodyJson().doesNotHavePath("$.recoveryCode");
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(200);
        assertProblem(decide(id, "confirmation", daves), 409, "no_longer_open");
        assertProblem(decide(id, "refusal", daves), 409, "no_longer_open");
        assertProblem(removeTotp(alice, carols), 409, "totp_not_enabled");
    }

    @Test
    void nobodyIsMadeOrUnmadeByOne() {
        var path = "/api/admin/users/%s".formatted(bob.id());
        var roles = Map.of("roles", List.of("CUSTOMER"));

        for (var asked : List.of(
                caller.put(path + "/suspension", REASON, carols),
                caller.put(path + "/roles", roles, carols),
                caller.post(path + "/recovery-code", REASON, carols),
                caller.post(path + "/totp-removal", REASON, carols))) {
            assertThat(asked).hasStatus(202);
            assertThat(asked).bodyJson().doesNotHavePath("$.recoveryCode");
            assertProblem(decide(Caller.text(asked, "$.id"), "confirmation", bobs), 403, "needs_another_administrator");
            assertProblem(
                    decide(Caller.text(asked, "$.id"), "confirmation", carols), 403, "needs_another_administrator");
        }
        assertThat(caller.get("/api/admin/users", bobs)).hasStatus(200);
        assertThat(caller.get(path, daves))
                .bodyJson()
                .extractingPath("$.suspended")
                .isEqualTo(false);
    }

    @Test
    void whoConfirmsIsShownTheRecoveryCodeOnce(CapturedOutput output) {
        var asked = caller.post("/api/admin/users/%s/recovery-code".formatted(bob.id()), REASON, carols);
        assertThat(recover(bob, bob.recoveryCode()))
                .as("until then the old one works")
                .hasStatus(200);

        var confirmed = decide(Caller.text(asked, "$.id"), "confirmation", daves);

        assertThat(confirmed).hasStatus(200).hasHeader("Cache-Control", "no-store");
        var code = Caller.text(confirmed, "$.recoveryCode");
        assertThat(output).doesNotContain(code);
        assertThat(caller.get("/api/admin/decisions/" + Caller.text(asked, "$.id"), carols))
                .bodyText()
                .doesNotContain(code);
        assertThat(recover(bob, code)).hasStatus(200);
    }

    @Test
    void whoLostTheAnswerWithARecoveryCodeIsShownItAgain() {
        var asked = caller.post("/api/admin/users/%s/recovery-code".formatted(bob.id()), REASON, carols);
        var confirmation = "/api/admin/decisions/%s/confirmation".formatted(Caller.text(asked, "$.id"));

        var first = caller.post(confirmation, Map.of(), daves, "lost");
        var again = caller.post(confirmation, Map.of(), daves, "lost");

        assertThat(again).hasStatus(200).containsHeader("Idempotent-Replayed");
        assertThat(recover(bob, Caller.text(again, "$.recoveryCode"))).hasStatus(200);
        assertThat(Caller.text(again, "$.recoveryCode")).isEqualTo(Caller.text(first, "$.recoveryCode"));
    }

    @Test
    void theyAreListedAndLookedUp() {
        var alice = somebodyWithAnAuthenticator();
        var asked = Caller.text(removeTotp(alice, carols), "$.id");
        var list = "/api/admin/decisions?limit=1&kind=TOTP_REMOVAL&status=";

        assertThat(caller.get(list + "AWAITING_CONFIRMATION", daves))
                .bodyJson()
                .extractingPath("$.data[0].id")
                .isEqualTo(asked);
        var withdrawn = decide(asked, "refusal", carols);

        assertThat(withdrawn)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("WITHDRAWN");
        assertThat(caller.get(list + "WITHDRAWN", daves))
                .bodyJson()
                .extractingPath("$.data[0].id")
                .isEqualTo(asked);
        var seen = caller.get("/api/admin/decisions/" + asked, daves);
        assertThat(seen)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.decidedBy")
                .isEqualTo(Caller.text(seen, "$.requestedBy"));
        assertProblem(decide(asked, "confirmation", daves), 409, "no_longer_open");
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=LOST", "status=1", "kind=MURDER", "kind=0", "limit=101", "cursor=1"})
    void nonsenseIsNotSearchedFor(String query) {
        assertThat(caller.get("/api/admin/decisions?" + query, carols)).hasStatus(400);
    }

    @Test
    void theOnlyAdministratorDecidesAloneAndTheAuditSaysSo() {
        administrator.nobodyElse();
        var alone = administrator.token();
        var alice = somebodyWithAnAuthenticator();

        assertThat(removeTotp(alice, alone))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.secondFactor")
                .isEqualTo(false);
        assertThat(caller.get("/api/admin/decisions?limit=1", alone))
                .bodyJson()
                .extractingPath("$.data[0].alone")
                .isEqualTo(true);
        assertThat(caller.get("/api/admin/audit?kind=DECISION_CONFIRMED&subject=" + alice.id(), alone))
                .bodyJson()
                .extractingPath("$.data[0].detail")
                .asString()
                .endsWith(", alone)");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        var nothing = UUID.randomUUID().toString();

        assertProblem(caller.get("/api/admin/decisions/" + nothing, carols), 404, "not_found");
        for (var decision : List.of("confirmation", "refusal")) {
            assertProblem(decide(nothing, decision, carols), 404, "not_found");
        }
    }

    private Registered somebodyWithAnAuthenticator() {
        var alice = caller.register();
        administrator.tokenAfterEnrolment(alice);
        return alice;
    }

    private MvcTestResult removeTotp(Registered whom, String token) {
        return caller.post("/api/admin/users/%s/totp-removal".formatted(whom.id()), REASON, token);
    }

    private MvcTestResult decide(String id, String decision, String token) {
        return caller.postText("/api/admin/decisions/%s/%s".formatted(id, decision), "", token);
    }

    private MvcTestResult recover(Registered person, String code) {
        return caller.post(
                "/api/auth/recovery",
                Map.of("username", person.username(), "recoveryCode", code, "newPassword", "another good password"));
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
