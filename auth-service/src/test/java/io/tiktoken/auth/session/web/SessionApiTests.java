package io.tiktoken.auth.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.People;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
class SessionApiTests {

    @Autowired
    Caller caller;

    @Test
    void aSessionFromLogInToLogOut() {
        var alice = caller.register();

        var loggedIn = caller.logIn(alice.username(), People.PASSWORD);
        assertThat(loggedIn).hasStatus(200);
        assertThat(loggedIn).bodyJson().extractingPath("$.user.id").isEqualTo(alice.id());
        var handle = caller.handleIn(loggedIn);
        var token = Caller.text(caller.exchange(handle), "$.accessToken");

        var me = caller.get("/api/auth/me", token);
        assertThat(me).hasStatus(200);
        assertThat(me).bodyJson().extractingPath("$.user.username").isEqualTo(alice.username());

        var loggedOut = caller.post("/api/auth/logout", Map.of(), token);
        assertThat(loggedOut).hasStatus(204);
        assertThat(loggedOut.getResponse().getHeader(HttpHeaders.SET_COOKIE)).contains("Max-Age=0");
        var gone = caller.exchange(handle);
        assertThat(gone).hasStatus(404);
        assertThat(gone).bodyJson().extractingPath("$.code").isEqualTo("session_unknown");
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndForeignPages() {
        var alice = caller.register();

        var cookie =
                caller.logIn(alice.username(), People.PASSWORD).getResponse().getHeader(HttpHeaders.SET_COOKIE);

        assertThat(cookie)
                .matches("tiktoken_session=[A-Za-z0-9_-]{43};.*")
                .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void strangersAreNotToldWhoExists() throws UnsupportedEncodingException {
        var alice = caller.register();

        var wrong = caller.logIn(alice.username(), "not the password");
        var unknown = caller.logIn("nobody-here", "not the password");
        var impossible = caller.logIn("'; --", "not the password");

        assertThat(wrong).hasStatus(401);
        assertThat(wrong).bodyJson().extractingPath("$.code").isEqualTo("invalid_credentials");
        assertThat(told(unknown)).isEqualTo(told(wrong)).isEqualTo(told(impossible));
    }

    private static String told(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
