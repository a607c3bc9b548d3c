package io.tiktoken.auth.rotation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AdminCaller;
import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@AuthServiceTest
@Import(AdminCaller.class)
class KeyApiTests {

    @Autowired
    AdminCaller admin;

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    @Test
    void anAdministratorAnnouncesAKeyAndTokensGoOnAsBefore() throws Exception {
        var alice = caller.register();
        var aliceToken = caller.personToken(alice);
        var serviceToken = caller.serviceToken("gateway", "sessions:exchange");

        var announced = admin.post("/api/admin/keys/rotation", Map.of());

        assertThat(announced).hasStatus(201);
        assertThat(announced).bodyJson().extractingPath("$.state").isEqualTo("announced");
        var id = Caller.text(announced, "$.id");
        assertThat(Duration.between(
                        Instant.parse(Caller.text(announced, "$.createdAt")),
                        Instant.parse(Caller.text(announced, "$.signsFrom"))))
                .hasMinutes(10);
        var again = admin.post("/api/admin/keys/rotation", Map.of());
        assertThat(again).hasStatus(409);
        assertThat(again).bodyJson().extractingPath("$.code").isEqualTo("rotation_under_way");

        var listed = admin.get("/api/admin/keys");
        assertThat(listed)
                .bodyJson()
                .extractingPath("$.data[*].state")
                .asArray()
                .containsExactly("announced", "signing");
        assertThat(listed).bodyJson().extractingPath("$.data[0].id").isEqualTo(id);
        assertThat(listed).bodyText().doesNotContain("sealed", "\"d\"", "\"p\"", "\"q\"");

        assertThat(caller.get("/api/auth/me", aliceToken)).hasStatus(200);
        assertThat(caller.get("/api/auth/me", caller.personToken(alice))).hasStatus(200);
        assertThat(caller.post("/internal/sessions/token", Map.of("handle", "none"), serviceToken))
                .hasStatus(404);
        var published = http.get().uri("/oauth2/jwks").exchange();
        assertThat(published)
                .bodyJson()
                .extractingPath("$.keys[*].kid")
                .asArray()
                .hasSize(2)
                .contains(id);
    }

    @Test
    void publishedKeysMayBeKeptForAMinuteAndTokensNever() {
        var keys = http.get().uri("/oauth2/jwks").exchange().getResponse();
        assertThat(keys.getHeaders(HttpHeaders.CACHE_CONTROL)).containsExactly("public, max-age=60");
        assertThat(keys.getHeader(HttpHeaders.PRAGMA)).isNull();

        var token = caller.askForToken("gateway", "the gateway's secret", "sessions:exchange")
                .getResponse();
        assertThat(token.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        var refused =
                caller.askForToken("gateway", "wrong", "sessions:exchange").getResponse();
        assertThat(refused.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    }
}
