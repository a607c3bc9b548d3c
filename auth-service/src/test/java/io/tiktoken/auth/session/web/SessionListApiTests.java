package io.tiktoken.auth.session.web;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@AuthServiceTest
class SessionListApiTests {

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    Registered alice;

    @BeforeEach
    void registerAlice() {
        alice = caller.register();
    }

    @Test
    void aPersonSeesTheirDevicesAndWhichOneTheyAreOn() {
        logInWith("Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0");
        var here = tokenFrom(logInWith("curl/8.5.0"));

        var list = caller.get("/api/auth/sessions", here);

        assertThat(list).hasStatus(200);
        assertThat(list).bodyJson().extractingPath("$.data[*].device").isEqualTo(List.of("curl", "Firefox on Android"));
        assertThat(list).bodyJson().extractingPath("$.data[*].current").isEqualTo(List.of(true, false));
        assertThat(list).bodyJson().extractingPath("$.data[*].secondFactor").isEqualTo(List.of(false, false));
        assertThat(list)
                .bodyJson()
                .extractingPath("$.data[0]")
                .asMap()
                .containsOnlyKeys("id", "device", "createdAt", "lastUsedAt", "current", "secondFactor");
    }

    @Test
    void aLostPhoneIsLoggedOutFromElsewhere() {
        var phone = logInWith("a phone");
        var here = tokenFrom(logInWith("curl/8.5.0"));
        var lost = Caller.text(caller.get("/api/auth/sessions", here), "$.data[1].id");

        assertThat(caller.delete("/api/auth/sessions/" + lost, here)).hasStatus(204);

        assertThat(caller.exchange(phone)).hasStatus(404);
        assertThat(caller.delete("/api/auth/sessions/" + lost, here)).hasStatus(404);
    }

    @Test
    void somebodyElsesSessionIsAsUnknownAsOneThatNeverWas() {
        var handle = logInWith("curl/8.5.0");
        var alices = Caller.text(caller.get("/api/auth/sessions", tokenFrom(handle)), "$.data[0].id");
        var bob = caller.personToken(caller.register());

        var notHis = caller.delete("/api/auth/sessions/" + alices, bob);
        var nobodys = caller.delete("/api/auth/sessions/" + UUID.randomUUID(), bob);

        assertThat(notHis).hasStatus(404);
        assertThat(notHis).bodyJson().extractingPath("$.code").isEqualTo("not_found");
        assertThat(nobodys).bodyJson().extractingPath("$.detail").isEqualTo(Caller.text(notHis, "$.detail"));
        assertThat(caller.exchange(handle)).hasStatus(200);
    }

    @Test
    void everywhereElseIsLoggedOutAtOnce() {
        var elsewhere = List.of(logInWith("a phone"), logInWith("a kiosk"));
        var here = logInWith("curl/8.5.0");

        assertThat(caller.delete("/api/auth/sessions", tokenFrom(here))).hasStatus(204);

        assertThat(elsewhere)
                .allSatisfy(handle -> assertThat(caller.exchange(handle)).hasStatus(404));
        assertThat(caller.exchange(here)).hasStatus(200);
    }

    private String logInWith(String userAgent) {
        var body = Map.of("username", alice.username(), "password", People.PASSWORD);
        return caller.handleIn(http.post()
                .uri("/api/auth/login")
                .header(HttpHeaders.USER_AGENT, userAgent)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange());
    }

    private String tokenFrom(String handle) {
        return Caller.text(caller.exchange(handle), "$.accessToken");
    }
}
