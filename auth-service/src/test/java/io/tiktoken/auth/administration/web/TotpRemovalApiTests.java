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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
@Import(Administrator.class)
class TotpRemovalApiTests {

    static final Map<String, String> REASON = Map.of("reason", "Lost the phone; passport shown");

    @Autowired
    Caller caller;

    @Autowired
    Administrator administrator;

    String carol = "";
    String dave = "";

    @BeforeEach
    void twoAdministrators() {
        carol = administrator.token();
        dave = administrator.token();
    }

    @Test
    void twoAdministratorsTogetherTakeASecondFactorAway() {
        var alice = somebodyWithAnAuthenticator();
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(401);

        var asked = request(alice, carol);
        assertThat(asked).hasStatus(202);
        assertThat(asked).bodyJson().extractingPath("$.status").isEqualTo("AWAITING_CONFIRMATION");
        assertThat(asked).bodyJson().hasPath("$.expiresAt");
        var id = Caller.text(asked, "$.id");
        assertThat(Caller.text(request(alice, dave), "$.id")).isEqualTo(id);
        var open = caller.get("/api/admin/totp-removals?limit=1", dave);
        assertThat(open).bodyJson().extractingPath("$.data[0].id").isEqualTo(id);
        assertThat(open).bodyJson().extractingPath("$.data[0].username").isEqualTo(alice.username());
        assertThat(open).bodyJson().extractingPath("$.data[0].reason").isEqualTo(REASON.get("reason"));

        assertProblem(decide(id, "confirmation", carol), 403, "needs_another_administrator");
        var confirmed = decide(id, "confirmation", dave);

        assertThat(confirmed).hasStatus(200);
        assertThat(confirmed).bodyJson().extractingPath("$.status").isEqualTo("REMOVED");
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(200);
        assertProblem(decide(id, "confirmation", dave), 409, "no_longer_open");
        assertProblem(decide(id, "refusal", dave), 409, "no_longer_open");
        assertProblem(request(alice, carol), 409, "totp_not_enabled");
    }

    @Test
    void whoAskedMayTakeItBack() {
        var alice = somebodyWithAnAuthenticator();
        var id = Caller.text(request(alice, carol), "$.id");

        var withdrawn = decide(id, "refusal", carol);

        assertThat(withdrawn).hasStatus(200);
        assertThat(withdrawn).bodyJson().extractingPath("$.status").isEqualTo("REFUSED");
        assertProblem(decide(id, "confirmation", dave), 409, "no_longer_open");
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(401);
    }

    @Test
    void theOnlyAdministratorDoesItAlone() {
        administrator.nobodyElse();
        var alone = administrator.token();

        var answer = request(somebodyWithAnAuthenticator(), alone);

        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.status").isEqualTo("REMOVED");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        for (var decision : List.of("confirmation", "refusal")) {
            assertProblem(decide(UUID.randomUUID().toString(), decision, carol), 404, "not_found");
        }
    }

    private Registered somebodyWithAnAuthenticator() {
        var alice = caller.register();
        administrator.tokenAfterEnrolment(alice);
        return alice;
    }

    private MvcTestResult request(Registered whom, String token) {
        return caller.post("/api/admin/users/%s/totp-removal".formatted(whom.id()), REASON, token);
    }

    private MvcTestResult decide(String id, String decision, String token) {
        return caller.postText("/api/admin/totp-removals/%s/%s".formatted(id, decision), "", token);
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
