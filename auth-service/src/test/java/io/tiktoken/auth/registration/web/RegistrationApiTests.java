package io.tiktoken.auth.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.People;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@AuthServiceTest
@ExtendWith(OutputCaptureExtension.class)
class RegistrationApiTests {

    @Autowired
    Caller caller;

    @Test
    void whoRegistersIsShownPinAndRecoveryCodeOnce() {
        var username = People.newName().value();

        var answer = caller.post(
                "/api/auth/register",
                Map.of(
                        "username",
                        username.toUpperCase(),
                        "password",
                        People.PASSWORD,
                        "displayName",
                        " Alice\u202e Lim "));

        assertThat(answer).hasStatus(201);
        assertThat(answer).bodyJson().extractingPath("$.user.username").isEqualTo(username);
        assertThat(answer).bodyJson().extractingPath("$.user.displayName").isEqualTo("Alice Lim");
        assertThat(Caller.text(answer, "$.pin")).matches("[0-9]{6}");
        assertThat(Caller.text(answer, "$.recoveryCode")).matches("([0-9A-Z]{5}-){3}[0-9A-Z]{5}");
    }

    @Test
    void aNameThatSomebodyHasIsRefused() {
        var taken = caller.register().username();

        var answer = caller.post("/api/auth/register", Map.of("username", taken, "password", People.PASSWORD));

        assertThat(answer).hasStatus(409);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("username_taken");
    }

    @ParameterizedTest(name = "{0} with password {1}: {2}")
    @CsvSource({
        "al, correct horse battery, 400",
        "1alice, correct horse battery, 400",
        "alice-of-these, seven77, 400",
        "alice-of-these, password123, 422",
    })
    void whatDoesNotFitIsRefused(String username, String password, int status) {
        assertThat(caller.post("/api/auth/register", Map.of("username", username, "password", password)))
                .hasStatus(status);
    }

    @ParameterizedTest(name = "{0} with password {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            al | correct horse battery | username must have 3 to 32 characters
            1alice | correct horse battery | username must begin with a letter from a to z
            al!ce | correct horse battery | username may hold only letters from a to z, digits, '.', '_' and '-'
            alice-of-these | seven77 | password must have 8 to 128 characters
            """)
    void everyRuleIsNamedInPlainWords(String username, String password, String rule) {
        var answer = caller.post("/api/auth/register", Map.of("username", username, "password", password));

        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("validation_failed");
        assertThat(Caller.text(answer, "$.errors[0].field") + " " + Caller.text(answer, "$.errors[0].message"))
                .isEqualTo(rule);
        assertThat(answer).bodyJson().extractingPath("$.errors").asArray().hasSize(1);
    }

    @Test
    void aNameThatPassesForTheShopIsRefusedLikeOneThatIsTaken() {
        var answer = caller.post("/api/auth/register", Map.of("username", "Supp0rt", "password", People.PASSWORD));

        assertThat(answer).hasStatus(409);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("username_taken");
    }

    @Test
    void nobodyMakesThemselvesAnAdministrator() {
        var body = Map.of("username", People.newName().value(), "password", People.PASSWORD, "administrator", true);

        assertThat(caller.post("/api/auth/register", body)).hasStatus(400);
    }

    @Test
    void theRecoveryCodeBringsBackWhoLostThePassword() {
        var alice = caller.register();
        var newPassword = "another good password";

        var answer = caller.post(
                "/api/auth/recovery",
                Map.of("username", alice.username(), "recoveryCode", alice.recoveryCode(), "newPassword", newPassword));

        assertThat(answer).hasStatus(200);
        assertThat(Caller.text(answer, "$.recoveryCode")).isNotEqualTo(alice.recoveryCode());
        assertThat(caller.logIn(alice.username(), newPassword)).hasStatus(200);
    }

    @Test
    void aWrongRecoveryCodeIsRefused() {
        var answer = caller.post(
                "/api/auth/recovery",
                Map.of("username", "nobody", "recoveryCode", "AAAAA-AAAAA", "newPassword", People.PASSWORD));

        assertThat(answer).hasStatus(401);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("invalid_recovery_code");
    }

    @Test
    void noSecretIsEverLogged(CapturedOutput output) {
        var alice = caller.register();
        caller.logIn(alice.username(), People.PASSWORD);
        caller.personToken(alice);

        assertThat(output)
                .doesNotContain(People.PASSWORD)
                .doesNotContain(alice.recoveryCode())
                .doesNotContain("eyJ");
    }
}
