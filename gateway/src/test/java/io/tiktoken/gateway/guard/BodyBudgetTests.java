package io.tiktoken.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "tiktoken.door.most-bodies=256KB",
            "tiktoken.door.most-bodies-per-address=128KB",
            "tiktoken.door.trusted-proxies=127.0.0.1",
            "tiktoken.door.whole-body-within=2s"
        })
class BodyBudgetTests extends FrontDoorTest {

    private static final int LARGEST = 64 * 1024;

    @Autowired
    private MeterRegistry meters;

    private final List<Socket> slowClients = new ArrayList<>();

    @AfterEach
    void leave() throws IOException {
        for (var client : slowClients) {
            client.close();
        }
        Awaitility.await().until(() -> held() == 0);
    }

    @Test
    void aBodyCountsOnlyWhileItIsThere() throws Exception {
        for (var body = 0; body < 20; body++) {
            assertThat(whole("192.0.2.1")).startsWith("HTTP/1.1 200");
        }

        Awaitility.await().until(() -> held() == 0);
    }

    @Test
    void oneAddressCannotTakeTheRoomOfAll() throws Exception {
        begin("192.0.2.1", "Content-Length: " + LARGEST);
        begin("192.0.2.1", "Content-Length: " + LARGEST);
        Awaitility.await().until(() -> held() == 2 * LARGEST);

        assertThat(whole("192.0.2.1"))
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("retry-after: 1")
                .contains("\"code\":\"too_many_requests\"");
        assertThat(whole("192.0.2.2")).startsWith("HTTP/1.1 200");
    }

    @Test
    void allTogetherCannotTakeMoreThanThereIs() throws Exception {
        for (var address = 1; address <= 4; address++) {
            begin("192.0.2." + address, "Content-Length: " + LARGEST);
        }
        Awaitility.await().until(() -> held() == 4 * LARGEST);

        assertThat(whole("192.0.2.5"))
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("retry-after: 1")
                .contains("\"code\":\"service_unavailable\"");
        assertThat(ORDER.getAllServeEvents()).isEmpty();
        assertThat(RawRequest.get(port, "/api/products")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsCountsAsTheLargest() throws Exception {
        begin("192.0.2.1", "Transfer-Encoding: chunked");

        Awaitility.await().until(() -> held() == LARGEST);
    }

    @Test
    void aSlowBodyGivesItsRoomBackWithoutItsClient() throws Exception {
        for (var address = 1; address <= 4; address++) {
            begin("192.0.2." + address, "Content-Length: " + LARGEST);
        }
        Awaitility.await().until(() -> held() == 4 * LARGEST);

        Awaitility.await().until(() -> held() == 0);
        assertThat(whole("192.0.2.5")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aClientThatLeavesGivesItsRoomBack() throws Exception {
        begin("192.0.2.1", "Content-Length: " + LARGEST).close();

        Awaitility.await().until(() -> held() == 0);
    }

    private long held() {
        return (long) meters.get("tiktoken.bodies.held").gauge().value();
    }

    /** Sends one byte of a body and then waits. */
    private Socket begin(String address, String length) throws IOException {
        var client = new Socket("127.0.0.1", port);
        slowClients.add(client);
        var head = "POST /api/orders HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: %s\r\n%s\r\n\r\n{";
        client.getOutputStream().write(head.formatted(address, length).getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
        return client;
    }

    private String whole(String address) throws IOException {
        return RawRequest.send(port, """
                POST /api/orders HTTP/1.1\r
                Host: localhost\r
                X-Forwarded-For: %s\r
                Connection: close\r
                Content-Length: 2\r
                \r
                {}""".formatted(address));
    }
}
