package io.tiktoken.auth.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.People;
import io.tiktoken.defaults.testing.TypedText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What people type about themselves: how they want to be called, and by which name they come back. */
@AuthServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypedTextApiTests {

    static final List<TypedText> CASES = TypedText.ALL;

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    private Caller.Registered alice;
    private String token;

    @BeforeAll
    void registerAlice() {
        alice = caller.register();
        token = caller.personToken(alice);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void aDisplayNameIsWhatOthersCanSee(TypedText text) {
        var renamed = caller.put("/api/auth/me", Map.of("displayName", text.typed()), token);

        assertThat(renamed).hasStatus(200);
        assertThat(Caller.text(renamed, "$.user.displayName"))
                .isEqualTo(text.visible().isEmpty() ? alice.username() : text.visible());
    }

    @Test
    void whoRegistersIsCalledBySomethingThatCanBeSeen() {
        var username = People.newName().value();
        var body = Map.of("username", username, "password", People.PASSWORD, "displayName", "\u3164\u2800");

        var registered = caller.post("/api/auth/register", body);

        assertThat(registered).hasStatus(201);
        assertThat(Caller.text(registered, "$.user.displayName")).isEqualTo(username);
    }

    @Test
    void aNameIsMeasuredInCharactersThatCanBeSeen() {
        assertThat(caller.put("/api/auth/me", Map.of("displayName", "😀".repeat(60)), token))
                .hasStatus(200);
        assertThat(caller.put("/api/auth/me", Map.of("displayName", "x".repeat(60) + "\u200b "), token))
                .hasStatus(200);
        assertThat(caller.put("/api/auth/me", Map.of("displayName", "x".repeat(61)), token))
                .hasStatus(400);
    }

    @Test
    void halfACharacterIsRefused() {
        assertThat(caller.putText("/api/auth/me", "{\"displayName\": \"Alice \\ud83c\"}", token))
                .hasStatus(400);
    }

    static Stream<String> spellings(String username) {
        return Stream.of(
                " " + username,
                username + "\t",
                "\u00a0" + username + "\u3000",
                username.toUpperCase(),
                fullWidth(username),
                "\ufeff" + username + "\r\n");
    }

    @Test
    void whoLogsInIsKnownHoweverTheNameIsTyped() {
        spellings(alice.username())
                .forEach(typed -> assertThat(caller.logIn(typed, People.PASSWORD))
                        .as(typed)
                        .hasStatus(200));
    }

    @Test
    void aPasswordIsWhatItIs() {
        assertThat(caller.logIn(alice.username(), People.PASSWORD + " ")).hasStatus(401);
        assertThat(caller.logIn(alice.username(), " " + People.PASSWORD)).hasStatus(401);
    }

    @Test
    void anotherSpellingIsNoOtherAccount() {
        var bob = caller.register();
        var typed = spellings(bob.username()).toList();

        for (var i = 0; i < 5; i++) {
            assertThat(caller.logIn(typed.get(i), "a wrong password")).hasStatus(401);
        }

        assertThat(caller.logIn(typed.get(5), "a wrong password")).hasStatus(429);
    }

    @Test
    void aNameIsTakenHoweverItIsTyped() {
        spellings(alice.username())
                .forEach(typed -> assertThat(caller.post(
                                "/api/auth/register", Map.of("username", typed, "password", People.PASSWORD)))
                        .as(typed)
                        .hasStatus(409));
        var username = People.newName().value();
        var registered = caller.post(
                "/api/auth/register", Map.of("username", " " + fullWidth(username), "password", People.PASSWORD));
        assertThat(registered).hasStatus(201);
        assertThat(Caller.text(registered, "$.user.username")).isEqualTo(username);
    }

    @Test
    void whoRecoversIsKnownHoweverTheNameIsTyped() {
        var bob = caller.register();
        var body = Map.of(
                "username",
                "\u3000" + fullWidth(bob.username()) + " ",
                "recoveryCode",
                bob.recoveryCode(),
                "newPassword",
                "another correct horse");

        assertThat(caller.post("/api/auth/recovery", body)).hasStatus(200);
    }

    @Test
    void whoIsLookedUpIsFoundHoweverTheNameIsTyped() {
        spellings(alice.username())
                .forEach(typed -> assertThat(http.get()
                                .uri(URI.create(
                                        "/api/users/" + URLEncoder.encode(typed.strip(), StandardCharsets.UTF_8)))
                                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                        .as(typed)
                        .hasStatus(200));
        assertThat(http.get()
                        .uri(URI.create("/api/users/%20" + alice.username() + "%C2%A0"))
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .hasStatus(200);
    }

    private static String fullWidth(String username) {
        return username.chars()
                .map(character -> character > ' ' && character < 0x7F ? character + 0xFEE0 : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
