package io.tiktoken.gateway.guard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.page.ContentPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

class AnswerHeadersFilterTests extends FrontDoorTest {

    @Autowired
    private ContentPolicy policy;

    @BeforeEach
    void servicesHaveHeadersOfTheirOwn() {
        CATALOG.stubFor(any(anyUrl())
                .willReturn(okJson("{}")
                        .withHeader("Content-Security-Policy", "default-src *")
                        .withHeader("Referrer-Policy", "unsafe-url")
                        .withHeader("Strict-Transport-Security", "max-age=1")
                        .withHeader("Cache-Control", "max-age=60")));
        FX.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        WALLET.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    }

    @ParameterizedTest(name = "{0} {1} answers {2}, {3}, with every security header once")
    @CsvSource({
        "GET,    /,                200, no-cache",
        "GET,    /style/tokens.css,200, no-cache",
        "HEAD,   /,                200, no-cache",
        "GET,    /api/products,    200, max-age=60",
        "GET,    /api/cart,        200, no-store",
        "GET,    /api/fx/rates,    500, no-store",
        "GET,    /api/wallet,      502, no-store",
        "GET,    /nothing,         404, no-store",
        "GET,    /internal/x,      404, no-store",
        "GET,    /api/a//b,        404, no-store",
        "DELETE, /,                405, no-store",
        "OPTIONS,/api/cart,        403, no-store"
    })
    void everyAnswerHasThem(String method, String path, int status, String caching) {
        var answer = browser.method(HttpMethod.valueOf(method))
                .uri(URI.create("http://localhost:" + port + path))
                .headers(headers -> {
                    if (method.equals("OPTIONS")) {
                        headers.setOrigin("http://evil.example");
                    }
                })
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(Void.class)
                .getResponseHeaders();

        assertThat(answer.get("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; ")
                .contains("base-uri 'none'", "frame-ancestors 'none'");
        assertThat(answer.get("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.get("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.get("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.get("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.get("Permissions-Policy")).hasSize(1);
        assertThat(answer.get("Strict-Transport-Security")).isNull();
        assertThat(answer.get("Cache-Control")).containsExactly(caching);
    }

    @ParameterizedTest(name = "{0} sends Strict-Transport-Security: {1}")
    @CsvSource({"https://shop.example, max-age=31536000", "http://localhost:8080,"})
    void onlyHttpsIsMadePermanent(URI publicUrl, String expected) {
        var settings = new DoorSettings(
                publicUrl,
                List.of(),
                DataSize.ofKilobytes(64),
                DataSize.ofMegabytes(16),
                DataSize.ofMegabytes(4),
                Duration.ofSeconds(1),
                80,
                DataSize.ofKilobytes(12));
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));

        new AnswerHeadersFilter(policy, settings)
                .filter(exchange, done -> done.getResponse().setComplete())
                .block(Duration.ofSeconds(1));

        assertThat(exchange.getResponse().getHeaders().getFirst("Strict-Transport-Security"))
                .isEqualTo(expected);
    }
}
