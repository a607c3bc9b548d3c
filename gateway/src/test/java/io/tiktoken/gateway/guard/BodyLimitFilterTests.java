package io.tiktoken.gateway.guard;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

class BodyLimitFilterTests extends FrontDoorTest {

    private static final int LARGEST = 64 * 1024;

    @Test
    void passesTheLargestBodyWhole() {
        var body = "x".repeat(LARGEST);

        browser.post()
                .uri("/api/orders")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();

        ORDER.verify(postRequestedFor(urlEqualTo("/api/orders")).withRequestBody(equalTo(body)));
    }

    @Test
    void refusesOneByteMore() {
        browser.post()
                .uri("/api/orders")
                .bodyValue("x".repeat(LARGEST + 1))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("content_too_large");

        assertThat(ORDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesTooMuchThatComesInPieces() {
        browser.post()
                .uri("/api/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Flux.range(0, 2_000).map(number -> "x".repeat(1_000)), String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);

        assertThat(ORDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesTenAnnouncedMegabytesWithoutReadingThem() throws Exception {
        var answer = RawRequest.send(port, """
                POST /api/orders HTTP/1.1\r
                Host: localhost\r
                Content-Length: 10485760\r
                Connection: close\r
                \r
                """);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("content_too_large");
    }

    @Test
    void passesABodyThatComesInPieces() {
        browser.post()
                .uri("/api/orders")
                .contentType(MediaType.TEXT_PLAIN)
                .body(Flux.just("one,", "two"), String.class)
                .exchange()
                .expectStatus()
                .isOk();

        ORDER.verify(postRequestedFor(urlEqualTo("/api/orders")).withRequestBody(equalTo("one,two")));
    }

    @Test
    void givesUpOnAClientThatDoesNotFinish() throws Exception {
        var answer = RawRequest.send(port, """
                POST /api/orders HTTP/1.1\r
                Host: localhost\r
                Content-Length: 100\r
                Connection: close\r
                \r
                {"half":""");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("request_timeout");
        assertThat(ORDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void leavesRequestsWithoutABodyAlone() {
        browser.post().uri("/api/auth/logout").exchange().expectStatus().isOk();

        AUTH.verify(postRequestedFor(urlEqualTo("/api/auth/logout")).withoutHeader(HttpHeaders.TRANSFER_ENCODING));
    }
}
