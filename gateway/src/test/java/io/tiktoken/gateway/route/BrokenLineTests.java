package io.tiktoken.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Neighbours that no stand-in can play: one that is not there, and one that stops in the middle of a word. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tiktoken.session.client-secret=only-for-tests",
            "tiktoken.neighbours.answer-within=800ms"
        })
class BrokenLineTests {

    private static ServerSocket halfAnAnswer;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void unreliableNeighbours(DynamicPropertyRegistry settings) throws IOException {
        halfAnAnswer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        settings.add("tiktoken.neighbours.fx", () -> "http://127.0.0.1:" + halfAnAnswer.getLocalPort());
        var gone = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        gone.close();
        settings.add("tiktoken.neighbours.catalog", () -> "http://127.0.0.1:" + gone.getLocalPort());
    }

    @AfterAll
    static void hangUp() throws IOException {
        halfAnAnswer.close();
    }

    @Test
    void saysThatNothingHappenedOnlyWhenTheServiceWasNotReached() throws IOException {
        var answer = RawRequest.get(port, "/api/products");

        assertThat(answer)
                .startsWith("HTTP/1.1 503")
                .contains("Retry-After: 5", "\"code\":\"service_unavailable\"", "Nothing was changed");
    }

    @Test
    void cutsOffAnAnswerThatStopsInTheMiddle() throws IOException {
        Thread.startVirtualThread(BrokenLineTests::answerHalf);

        var answer = RawRequest.get(port, "/api/fx/rates");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 100")
                .endsWith("{\"half\":");
    }

    private static void answerHalf() {
        try (var connection = halfAnAnswer.accept()) {
            connection.getInputStream().read();
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(Duration.ofSeconds(5));
        } catch (IOException | InterruptedException overAnyway) {
            Thread.currentThread().interrupt();
        }
    }
}
