package io.tiktoken.auth.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.defaults.testing.SettableClock;
import java.io.UnsupportedEncodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Five hundred people and five hundred names that nobody has: no answer tells which is which. */
@AuthServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EqualAnswersTests {

    static final int NAMES = 500;
    static final String PASSWORD = "correct horse battery";
    static final String WRONG_PASSWORD = "not the password";

    @Autowired
    Caller caller;

    List<String> known;

    /** The same hashing with less work, and time stands still: what is compared here is what is said, not when. */
    @TestConfiguration(proxyBeanMethods = false)
    static class QuickHashing {

        @Bean
        @Primary
        SettableClock clockThatStandsStill() {
            return new SettableClock();
        }

        @Bean
        @Primary
        PasswordEncoder quickEncoder() {
            return new DelegatingPasswordEncoder(
                    "argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 64, 1)));
        }
    }

    @BeforeAll
    void registerFiveHundredPeople() {
        known = names("somebody");
        known.forEach(
                name -> assertThat(caller.post("/api/auth/register", Map.of("username", name, "password", PASSWORD)))
                        .hasStatus(201));
    }

    @Test
    void atLogIn() {
        assertThat(answersTo((name, password) -> caller.logIn(name, password), names("stranger")))
                .singleElement()
                .asString()
                .startsWith("401 ");
    }

    @Test
    void atRecovery() {
        assertThat(answersTo(
                        (name, password) -> caller.post(
                                "/api/auth/recovery",
                                Map.of(
                                        "username", name,
                                        "recoveryCode", "K7QM2-X0D4V-93TRN-HB8WS",
                                        "newPassword", password)),
                        names("outsider")))
                .singleElement()
                .asString()
                .startsWith("401 ");
    }

    @Test
    void afterTooManyGuesses() {
        var somebody = "somebody-else";
        var stranger = "stranger-still";
        caller.post("/api/auth/register", Map.of("username", somebody, "password", PASSWORD));
        for (var i = 0; i < 5; i++) {
            caller.logIn(somebody, WRONG_PASSWORD);
            caller.logIn(stranger, WRONG_PASSWORD);
        }

        var toSomebody = told(caller.logIn(somebody, PASSWORD));
        assertThat(toSomebody).startsWith("429 ").isEqualTo(told(caller.logIn(stranger, PASSWORD)));
    }

    /** What is said to the one and to the other, each once. */
    private HashSet<String> answersTo(BiFunction<String, String, MvcTestResult> attempt, List<String> unknown) {
        var answers = new HashSet<String>();
        for (var i = 0; i < NAMES; i++) {
            answers.add(told(attempt.apply(known.get(i), WRONG_PASSWORD)));
            answers.add(told(attempt.apply(unknown.get(i), WRONG_PASSWORD)));
        }
        return answers;
    }

    private static List<String> names(String start) {
        return IntStream.range(0, NAMES).mapToObj(i -> start + i).toList();
    }

    private static String told(MvcTestResult answer) {
        var response = answer.getResponse();
        var headers = response.getHeaderNames().stream()
                .sorted()
                .map(name -> name + ": " + response.getHeaders(name))
                .toList();
        try {
            return "%d %s %s"
                    .formatted(
                            response.getStatus(),
                            headers,
                            response.getContentAsString().replaceAll("\"traceId\":\"[0-9a-f]+\"", ""));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
