package io.tiktoken.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.tiktoken.gateway.FrontDoorTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class RouteConfigurationTests extends FrontDoorTest {

    private static final Map<String, WireMockServer> SERVICES =
            Map.of("auth", AUTH, "catalog", CATALOG, "wallet", WALLET, "order", ORDER, "fx", FX);

    @ParameterizedTest(name = "{0} is answered by {1}")
    @CsvSource({
        "/api/auth/me, auth",
        "/api/users/bob, auth",
        "/api/approvals, auth",
        "/oauth2/jwks, auth",
        "/.well-known/oauth-authorization-server, auth",
        "/api/products, catalog",
        "/api/products/1/image, catalog",
        "/api/wallet, wallet",
        "/api/wallet/transactions/1/proof, wallet",
        "/api/ledger/proof, wallet",
        "/api/kiosk/sessions, wallet",
        "/api/fx/rates, fx",
        "/api/cart, order",
        "/api/orders/1/events, order",
        "/api/notifications, order",
        "/api/merchant/webhook-endpoints, order",
        "/api/admin/users/1, auth",
        "/api/admin/audit, auth",
        "/api/admin/clients, auth",
        "/api/admin/keys, auth",
        "/api/admin/decisions/1, auth",
        "/api/admin/products/1/image, catalog",
        "/api/admin/wallets/1, wallet",
        "/api/admin/adjustments/1, wallet",
        "/api/admin/ledger/checks, wallet",
        "/api/admin/kiosks, wallet",
        "/api/admin/orders/1, order"
    })
    void leadsToTheServiceThatOwnsThePath(String path, String service) {
        browser.get().uri(path).exchange().expectStatus().isOk();

        SERVICES.get(service).verify(getRequestedFor(urlEqualTo(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth", "catalog", "wallet", "order", "fx"})
    void everyServiceDescribesItsOwnApi(String service) {
        browser.get().uri("/api-docs/" + service).exchange().expectStatus().isOk();

        SERVICES.get(service).verify(getRequestedFor(urlEqualTo("/v3/api-docs")));
    }

    @Test
    void handsOnMethodBodyAndQueryUnchanged() {
        var target = "/api/wallet/transfers?note=caf%C3%A9%20%26%20more&sign=%2B";
        WALLET.stubFor(any(anyUrl()).willReturn(okJson("{}").withStatus(201)));

        browser.post()
                .uri(URI.create("http://localhost:" + port + target))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "k1")
                .bodyValue("{\"to\":\"bob\"}")
                .exchange()
                .expectStatus()
                .isCreated();

        WALLET.verify(postRequestedFor(urlEqualTo(target))
                .withHeader("Idempotency-Key", equalTo("k1"))
                .withRequestBody(equalToJson("{\"to\":\"bob\"}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/unheard-of",
                "/api/approvals/1",
                "/api/admin",
                "/api/admin/unheard-of",
                "/api/walletx",
                "/oauth2/authorize",
                "/oauth2/introspect",
                "/.well-known/openid-configuration",
                "/login",
                "/error",
                "/v3/api-docs",
                "/api-docs/gateway",
                "/index.html",
                "/favicon.ico",
                "/webjars/lit/9.9.9/index.js",
                "/app/unheard-of.js"
            })
    void knowsNothingElse(String path) {
        browser.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not_found")
                .jsonPath("$.traceId")
                .isNotEmpty();
    }
}
