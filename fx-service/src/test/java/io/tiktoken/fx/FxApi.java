package io.tiktoken.fx;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.defaults.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Speaks to the service as its clients do. */
record FxApi(MockMvcTester http) {

    static final UUID ALICE = UUID.randomUUID();
    static final String FIFTY_DOLLARS = "{\"from\":{\"amount\":5000,\"currency\":\"USD\"}}";

    static String alice() {
        return TestTokens.person(ALICE, "alice");
    }

    static String wallet() {
        return TestTokens.service("wallet-service", "fx-service", "quotes:redeem");
    }

    MvcTestResult rates(String token) {
        return http.get()
                .uri("/api/fx/rates")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    MvcTestResult quote(String token, String body) {
        return http.post()
                .uri("/api/fx/quotes")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    String givenQuote() {
        return JsonPath.read(bodyOf(quote(alice(), FIFTY_DOLLARS)), "$.id");
    }

    MvcTestResult redeem(String quote, UUID topUp, UUID customer) {
        return redeem(quote, wallet(), redemption(topUp, customer));
    }

    static String redemption(UUID topUp, UUID customer) {
        return """
                {"topUpId": "%s", "customerId": "%s", "from": {"amount": 5000, "currency": "USD"}}
                """.formatted(topUp, customer);
    }

    MvcTestResult giveBack(String quote, UUID topUp, UUID customer) {
        return http.delete()
                .uri("/internal/quotes/{id}/redemption?topUpId={topUp}&customerId={customer}", quote, topUp, customer)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + wallet())
                .exchange();
    }

    MvcTestResult redeem(String quote, String token, String body) {
        return http.put()
                .uri("/internal/quotes/{id}/redemption", quote)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    static String bodyOf(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }
}
