package io.tiktoken.catalog.stock.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TestTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Calls as order-service does, unless it is handed somebody else's token. */
class OrderService {

    private static final String TOKEN = TestTokens.service("order-service", "catalog-service", "stock:reserve");

    private final MockMvcTester http;

    OrderService(MockMvcTester http) {
        this.http = http;
    }

    MvcTestResult get(String path) {
        return get(path, TOKEN);
    }

    MvcTestResult get(String path, String token) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    MvcTestResult put(String path, String body) {
        return put(path, body, TOKEN);
    }

    MvcTestResult put(String path, String body, String token) {
        var call = http.put().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return (body == null
                        ? call
                        : call.contentType(MediaType.APPLICATION_JSON).content(body))
                .exchange();
    }

    static void assertRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }
}
