package io.tiktoken.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import io.tiktoken.gateway.FrontDoorTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** A machine at the front door is told what auth-service says, to the last header (RFC 6749 §5.2). */
class TokenAnswerTests extends FrontDoorTest {

    @Test
    void aChallengeComesThrough() {
        authSays(401, "WWW-Authenticate", "Basic realm=\"TikToken\"", "{\"error\":\"invalid_client\"}");

        browser.post()
                .uri("/oauth2/token")
                .header(HttpHeaders.AUTHORIZATION, "Basic !!!")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("grant_type=client_credentials&client_secret=q%2B8")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"TikToken\"")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_client");
        AUTH.verify(postRequestedFor(urlPathEqualTo("/oauth2/token"))
                .withHeader("Authorization", equalTo("Basic !!!"))
                .withRequestBody(containing("client_secret=q%2B8")));
    }

    @Test
    void anotherMethodIsToldWhichOneItIs() {
        authSays(405, "Allow", "POST", "{\"error\":\"invalid_request\"}");

        browser.get()
                .uri("/oauth2/token")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED)
                .expectHeader()
                .valueEquals(HttpHeaders.ALLOW, "POST")
                .expectBody()
                .jsonPath("$.error")
                .isEqualTo("invalid_request");
    }

    private static void authSays(int status, String header, String value, String body) {
        AUTH.stubFor(any(urlPathEqualTo("/oauth2/token"))
                .atPriority(1)
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withHeader("Cache-Control", "no-store")
                        .withHeader(header, value)
                        .withBody(body)));
    }
}
