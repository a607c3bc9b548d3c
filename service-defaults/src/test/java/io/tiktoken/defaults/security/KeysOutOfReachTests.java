package io.tiktoken.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** auth-service has never been reachable: no token can be judged, so none is called bad. */
@SpringBootTest(
        classes = SampleService.class,
        properties = {
            "tiktoken.database.file=target/test-databases/${random.uuid}.db",
            "tiktoken.token.jwk-set-uri=http://127.0.0.1:1/oauth2/jwks"
        })
@AutoConfigureMockMvc
@Import(DoorTests.Endpoints.class)
class KeysOutOfReachTests {

    @Autowired
    MockMvcTester http;

    @Test
    void theCallerIsAskedToRepeat() {
        var token = TestTokens.person(UUID.randomUUID(), "alice");

        var answer = assertThat(http.get().uri("/api/mine").header(HttpHeaders.AUTHORIZATION, "Bearer " + token));

        answer.hasStatus(503).hasHeader(HttpHeaders.RETRY_AFTER, "1");
        answer.bodyJson().extractingPath("$.code").isEqualTo("temporarily_unavailable");
    }
}
