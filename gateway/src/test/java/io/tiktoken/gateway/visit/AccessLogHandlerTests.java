package io.tiktoken.gateway.visit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;

@ExtendWith(OutputCaptureExtension.class)
class AccessLogHandlerTests extends FrontDoorTest {

    @LocalManagementPort
    private int managementPort;

    @Test
    void oneLineTellsWhoAskedWhatAndHowItEnded(CapturedOutput output) throws Exception {
        var handle = sessionOf("user-of-the-log");

        browser.get()
                .uri("/api/wallet/transactions?from=bob")
                .cookie("tiktoken_session", handle)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(linesAbout("/api/wallet/transactions", output))
                .singleElement()
                .asString()
                .containsPattern("method=GET path=/api/wallet/transactions status=200 millis=\\d+ route=wallet"
                        + " user=user-of-the-log trace=[0-9a-f]{32}")
                .doesNotContain("bob", handle);
    }

    @Test
    void theTraceIsTheOneTheServiceLogs(CapturedOutput output) throws Exception {
        browser.get().uri("/api/fx/rates").exchange().expectStatus().isOk();

        var line = linesAbout("/api/fx/rates", output).getFirst();
        var trace = line.substring(line.indexOf("trace=") + 6).strip();
        FX.verify(getRequestedFor(urlPathEqualTo("/api/fx/rates"))
                .withHeader("traceparent", matching("00-" + trace + "-[0-9a-f]{16}-[0-9a-f]{2}")));
    }

    @Test
    void aTraceThatSomebodyBeganGoesOnAsItCame(CapturedOutput output) throws Exception {
        var begun = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        var handle = sessionOf("user-of-the-trace");

        browser.get()
                .uri("/api/fx/quotes")
                .cookie("tiktoken_session", handle)
                .header("traceparent", begun)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(linesAbout("/api/fx/quotes", output).getFirst()).endsWith("trace=" + begun.substring(3, 35));
        FX.verify(getRequestedFor(urlPathEqualTo("/api/fx/quotes")).withHeader("traceparent", equalTo(begun)));
        AUTH.verify(
                postRequestedFor(urlPathEqualTo("/internal/sessions/token")).withHeader("traceparent", equalTo(begun)));
    }

    @Test
    void requestsAreTimedByRoute() throws Exception {
        browser.get().uri("/api/fx/rates").exchange().expectStatus().isOk();
        RawRequest.get(port, "/nowhere");

        var metrics = RawRequest.get(managementPort, "/actuator/prometheus");
        assertThat(metrics)
                .containsPattern("http_server_requests_seconds_count\\{.*method=\"GET\".*route=\"fx\".*status=\"200\"")
                .containsPattern("http_server_requests_seconds_count\\{.*route=\"none\".*status=\"404\"");
    }

    @Test
    void refusalsAreLoggedToo(CapturedOutput output) throws Exception {
        browser.get().uri("/nowhere").exchange().expectStatus().isNotFound();
        RawRequest.get(port, "/internal/..;/x");

        assertThat(linesAbout("/nowhere", output))
                .singleElement()
                .asString()
                .contains("status=404", "route=-", "user=-");
        assertThat(linesAbout("/internal/..;/x", output))
                .singleElement()
                .asString()
                .contains("status=404");
    }

    @Test
    void aClientThatWentAwayIsLogged(CapturedOutput output) throws Exception {
        ORDER.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(700)));
        try (var impatient = new Socket("127.0.0.1", port)) {
            impatient
                    .getOutputStream()
                    .write("GET /api/cart/left HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(200);
        }

        assertThat(linesAbout("/api/cart/left", output))
                .singleElement()
                .asString()
                .contains("status=client-left");
    }

    @Test
    void whoLeavesInTheMiddleOfTheirOwnRequestIsNoErrorOfOurs(CapturedOutput output) throws Exception {
        try (var client = new Socket("127.0.0.1", port)) {
            client.getOutputStream()
                    .write("POST /api/orders HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"half"
                            .getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(linesAbout("/api/orders", output)).singleElement().asString().contains("status=client-left");
        assertThat(output).doesNotContain("ERROR");
    }

    @Test
    void theOperatorsOwnLookIsNotLogged(CapturedOutput output) throws Exception {
        RawRequest.get(managementPort, "/actuator/health");
        browser.get().uri("/afterwards").exchange();

        linesAbout("/afterwards", output);
        assertThat(output.getOut()).doesNotContain("path=/actuator/health");
    }

    /** The line is written after the answer, so it may take a moment. */
    private static List<String> linesAbout(String path, CapturedOutput output) throws InterruptedException {
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        List<String> lines = List.of();
        while (lines.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            lines = output.getOut()
                    .lines()
                    .filter(line -> line.contains("path=" + path + " "))
                    .toList();
        }
        return lines;
    }
}
