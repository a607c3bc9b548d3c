package io.tiktoken.wallet.approval.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ApprovalGenerationApiTests {

    private static final String AUTH_SERVICE = TestTokens.service("auth-service", "wallet-service", "approvals:revoke");

    @Autowired
    MockMvcTester http;

    private final String path = "/internal/approval-generations/" + UUID.randomUUID();

    @Test
    void theNumberOnlyGrowsHoweverOftenAndInWhichOrderItIsSent() {
        assertThat(oldestAfter(7)).isEqualTo(7);
        assertThat(oldestAfter(7)).isEqualTo(7);
        assertThat(oldestAfter(6)).isEqualTo(7);
        assertThat(oldestAfter(8)).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "{\"generation\": null}",
                "{\"generation\": 0}",
                "{\"generation\": -1}",
                "{\"generation\": 1.5}",
                "{\"generation\": \"1\"}",
                "{\"generation\": 9223372036854775808}"
            })
    void whatIsNoGenerationIsRefused(String body) {
        assertThat(put(path, body, AUTH_SERVICE)).hasStatus(400);

        assertThat(oldestAfter(1)).isEqualTo(1);
    }

    @Test
    void aPersonHasAnId() {
        assertThat(put("/internal/approval-generations/alice", "{\"generation\": 1}", AUTH_SERVICE))
                .hasStatus(400);
    }

    @Test
    void onlyAuthServiceRevokes() {
        var body = "{\"generation\": 1}";

        assertThat(http.put().uri(path)).hasStatus(401);
        assertThat(put(path, body, TestTokens.person(UUID.randomUUID(), "alice")))
                .hasStatus(401);
        assertThat(put(path, body, TestTokens.service("auth-service", "catalog-service", "approvals:revoke")))
                .hasStatus(401);
        assertThat(put(path, body, TestTokens.service("order-service", "wallet-service", "funds:reserve")))
                .hasStatus(403);
    }

    private long oldestAfter(long generation) {
        var answer = put(path, "{\"generation\": %d}".formatted(generation), AUTH_SERVICE);
        assertThat(answer).hasStatus(200);
        try {
            return JsonPath.<Number>read(answer.getResponse().getContentAsString(), "$.generation")
                    .longValue();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult put(String uri, String body, String token) {
        return http.put()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
