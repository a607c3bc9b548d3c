package io.tiktoken.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLimitGuardTests extends FrontDoorTest {

    private static final int LARGEST = 12 * 1024;
    private static final String ALWAYS = "Host: localhost\r\nConnection: close\r\n";
    private static final int BYTES_OF_ALWAYS = "HostlocalhostConnectionclose".length();

    @ParameterizedTest(name = "{0} headers: {1}")
    @CsvSource({"80, 200", "81, 431", "2000, 431"})
    void takesSoManyHeaders(int lines, int status) throws Exception {
        var more = IntStream.range(2, lines).mapToObj(number -> "A: 1\r\n").collect(Collectors.joining());

        assertThat(answerTo(more)).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest(name = "{0} bytes beside the limit: {1}")
    @CsvSource({"0, 200", "1, 431"})
    void takesSoManyBytes(int more, int status) throws Exception {
        var value = "x".repeat(LARGEST - BYTES_OF_ALWAYS - "Long".length() + more);

        assertThat(answerTo("Long: " + value + "\r\n")).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 60})
    void saysWhyItRefuses(int kilobytes) throws Exception {
        var answer = answerTo("Cookie: a=" + "x".repeat(kilobytes * 1024) + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "\"code\":\"headers_too_large\"");
        assertThat(ORDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void saysSoToMoreThanItReadsAtAll() throws Exception {
        assertThat(answerTo("Cookie: a=" + "x".repeat(65 * 1024) + "\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json", "\"code\":\"headers_too_large\"");
    }

    private String answerTo(String headers) throws Exception {
        return RawRequest.send(port, "GET /api/orders HTTP/1.1\r\n" + ALWAYS + headers + "\r\n");
    }
}
