package io.tiktoken.auth.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.Caller.Registered;
import io.tiktoken.auth.People;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
class AccountApiTests {

    static final String NEW_PASSWORD = "another good password";

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
    void aPasswordIsChangedAndOtherSessionsAreOver() {
        var elsewhere = caller.handleIn(caller.logIn(alice.username(), People.PASSWORD));

        assertThat(changePassword(People.PASSWORD, NEW_PASSWORD)).hasStatus(204);

        assertThat(caller.logIn(alice.username(), NEW_PASSWORD)).hasStatus(200);
        assertThat(caller.logIn(alice.username(), People.PASSWORD)).hasStatus(401);
        assertThat(caller.exchange(elsewhere)).hasStatus(404);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} {3}")
    @CsvSource({
        "not the password, another good password, 403, password_incorrect",
        "correct horse battery, correct horse battery, 422, password_unchanged",
        "correct horse battery, password123, 422, password_too_common",
        "correct horse battery, seven77, 400, validation_failed",
        "correct horse battery, 😀😀😀😀😀😀😀, 400, validation_failed"
    })
    void whatWillNotDoIsRefused(String currentPassword, String newPassword, int status, String code) {
        var answer = changePassword(currentPassword, newPassword);

        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    @Test
    void aPasswordIsAsLongAsItHasCharacters() {
        var longest = "😀".repeat(127) + "z";

        assertThat(changePassword(People.PASSWORD, longest + "z")).hasStatus(400);
        assertThat(changePassword(People.PASSWORD, longest)).hasStatus(204);

        assertThat(caller.logIn(alice.username(), longest)).hasStatus(200);
        assertThat(caller.logIn(alice.username(), "😀".repeat(127) + "y")).hasStatus(401); // Nothing is cut off.
    }

    @Test
    void whoGuessesTooOftenIsToldWhenToComeBack() {
        for (var i = 0; i < 5; i++) {
            assertThat(changePassword("not the password", NEW_PASSWORD)).hasStatus(403);
        }

        var answer = changePassword(People.PASSWORD, NEW_PASSWORD);

        assertThat(answer).hasStatus(429);
        assertThat(answer.getResponse().getHeader("Retry-After")).matches("[1-9]|1[0-2]");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("too_many_requests");
    }

    @Test
    void aPersonIsCalledAsTheyLike() {
        var answer = rename(" Alice\u202e   of  Lim\u0007 ");

        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.user.displayName").isEqualTo("Alice of Lim");
        assertThat(answer).bodyJson().extractingPath("$.user.username").isEqualTo(alice.username());
        assertThat(caller.get("/api/auth/me", token))
                .bodyJson()
                .extractingPath("$.user.displayName")
                .isEqualTo("Alice of Lim");
    }

    @Test
    void whoWantsNoNameIsCalledByTheUsername() {
        assertThat(rename(" ")).bodyJson().extractingPath("$.user.displayName").isEqualTo(alice.username());
        assertThat(rename("x".repeat(61))).hasStatus(400);
        assertThat(caller.put("/api/auth/me", Map.of(), token)).hasStatus(400);
        assertThat(caller.put("/api/auth/me", Map.of("displayName", "Al", "administrator", true), token))
                .hasStatus(400);
    }

    @Test
    void aPersonIsToldWhetherThePasswordMustChange() {
        assertThat(caller.get("/api/auth/me", token))
                .bodyJson()
                .extractingPath("$.passwordMustChange")
                .isEqualTo(false);
        assertThat(caller.logIn(alice.username(), People.PASSWORD))
                .bodyJson()
                .extractingPath("$.passwordMustChange")
                .isEqualTo(false);
    }

    private MvcTestResult changePassword(String currentPassword, String newPassword) {
        return caller.post(
                "/api/auth/password", Map.of("currentPassword", currentPassword, "newPassword", newPassword), token);
    }

    private MvcTestResult rename(String displayName) {
        return caller.put("/api/auth/me", Map.of("displayName", displayName), token);
    }
}
