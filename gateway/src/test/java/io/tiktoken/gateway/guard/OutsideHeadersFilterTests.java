package io.tiktoken.gateway.guard;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import io.tiktoken.gateway.FrontDoorTest;
import org.junit.jupiter.api.Test;

class OutsideHeadersFilterTests extends FrontDoorTest {

    @Test
    void noServiceBelievesWhatAClientSaysAboutItself() {
        browser.get()
                .uri("/api/wallet")
                .header("X-User-Id", "alice")
                .header("X-User-Roles", "ADMIN")
                .header("X-Auth-Request-User", "alice")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/internal")
                .header("Forwarded", "for=10.0.0.1;host=evil.example")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-Original-URL", "/internal")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Anything-Else", "stays")
                .exchange()
                .expectStatus()
                .isOk();

        WALLET.verify(getRequestedFor(urlEqualTo("/api/wallet"))
                .withoutHeader("X-User-Id")
                .withoutHeader("X-User-Roles")
                .withoutHeader("X-Auth-Request-User")
                .withoutHeader("X-Forwarded-Prefix")
                .withoutHeader("Forwarded")
                .withoutHeader("X-Real-IP")
                .withoutHeader("X-Original-URL")
                .withoutHeader("X-HTTP-Method-Override")
                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                .withHeader("X-Forwarded-Host", equalTo("localhost:8080"))
                .withHeader("X-Forwarded-Proto", equalTo("http"))
                .withHeader("X-Anything-Else", equalTo("stays")));
    }
}
