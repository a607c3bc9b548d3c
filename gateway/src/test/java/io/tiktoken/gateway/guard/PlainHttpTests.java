package io.tiktoken.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest;
import io.tiktoken.gateway.RawRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What is not plain HTTP hears so in a problem document, at both ports, and no service hears of it. */
@ExtendWith(OutputCaptureExtension.class)
class PlainHttpTests extends FrontDoorTest {

    private static final int LONGEST_LINE = 1_000;
    private static final Pattern NEXT_EVENT = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\dT)");
    private static final Pattern TRACE = Pattern.compile("\\[([0-9a-f]{32})-[0-9a-f]{16}]");

    @LocalManagementPort
    private int managementPort;

    private final StringBuilder answers = new StringBuilder();
    private int loggedBefore;

    @BeforeEach
    void begin(CapturedOutput log) {
        loggedBefore = log.getAll().length();
    }

    @AfterEach
    void nobodyWasAskedAndOneLineWasLogged(CapturedOutput log) {
        for (var service : List.of(AUTH, CATALOG, WALLET, ORDER, FX)) {
            assertThat(service.getAllServeEvents()).isEmpty();
        }
        assertThat(NEXT_EVENT
                        .splitAsStream(log.getAll().substring(loggedBefore))
                        .filter(event -> !isOfAnotherTest(event))
                        .flatMap(String::lines))
                .allSatisfy(line -> assertThat(line)
                        .contains("AccessLog", "method=")
                        .doesNotContain("ERROR", "WARN")
                        .hasSizeLessThan(LONGEST_LINE));
    }

    /** All tests share one JVM: its leak detector reports at any time, and a request of before may still be answered. */
    private boolean isOfAnotherTest(String event) {
        var trace = TRACE.matcher(event);
        return event.contains("io.netty.util.ResourceLeakDetector")
                || (trace.find() && answers.indexOf(trace.group(1)) < 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%2",
                "%zz",
                "%c0%af",
                "%ff",
                "%ed%a0%80",
                "%u0041",
                "{x}",
                "ÿ",
                "\u0001",
                "\u007f",
                "|",
                "<",
                "\""
            })
    void aTargetThatIsNotUtf8IsMalformedInPathAndQuery(String letters) throws Exception {
        for (var target :
                List.of("/api/products/" + letters, "/api/products?q=" + letters, "/api/products?" + letters)) {
            assertProblem(get(port, target), 400, "malformed_request");
            assertProblem(get(managementPort, target), 400, "malformed_request");
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "GET /api/products FOO/1.1, 400, malformed_request",
        "GET /api/products HTTP/1.1x, 400, malformed_request",
        "GET /api/products, 400, malformed_request",
        "GET /api/products HTTP/0.9, 505, http_version_not_supported",
        "GET /api/products HTTP/2.0, 505, http_version_not_supported",
        "GET /api/products HTTP/3.7, 505, http_version_not_supported",
        "GET products HTTP/1.1, 400, malformed_request",
        "G@T /api/products HTTP/1.1, 400, malformed_request",
        "get /api/products HTTP/1.1, 501, not_implemented",
        "PROPFIND /api/products HTTP/1.1, 501, not_implemented",
        "PRI * HTTP/1.1, 501, not_implemented",
        "TRACE /api/products HTTP/1.1, 405, method_not_allowed",
        "CONNECT a.b:443 HTTP/1.1, 405, method_not_allowed"
    })
    void aLineThatIsNotOursIsRefusedByItsName(String line, int status, String code) throws Exception {
        for (var everyPort : List.of(port, managementPort)) {
            assertProblem(send(everyPort, line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status, code);
        }
    }

    @Test
    void aMethodThatIsKnownButNotPossibleIsToldWhichOnesAre() throws Exception {
        assertThat(send(port, "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .containsPattern("(?i)\nallow: (?=.*GET)(?=.*HEAD)(?=.*POST)(?=.*PUT)(?=.*PATCH)(?=.*DELETE)");
    }

    @Test
    void aMethodOfAnyLengthIsNotRepeatedInTheLog() throws Exception {
        assertProblem(send(port, "X".repeat(3_000) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n"), 501, "not_implemented");
    }

    @Test
    void anAddressThatIsTooLongIsRefusedByItsName() throws Exception {
        assertProblem(get(port, "/api/products?q=" + "x".repeat(5_000)), 414, "uri_too_long");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Connection: close",
                "Host: a\r\nHost: b",
                "Host: a\r\nHost: a",
                "Host:",
                "Host: a b",
                "Host: a/b",
                "Host: user@a",
                "Host: a:99999",
                "Host: a\r\nBad Name: x",
                "Host: a\r\nnocolon",
                "Host: a\r\nControl: a\u0001b",
                "Host: a\r\nContent-Length: -5",
                "Host: a\r\nContent-Length: abc",
                "Host: a\r\nContent-Length: 2\r\nContent-Length: 3",
                "Host: a\r\nTransfer-Encoding: gzip",
                "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Host: a\r\nTransfer-Encoding: gzip, chunked"
            })
    void headersWithMoreThanOneMeaningAreMalformed(String headers) throws Exception {
        assertProblem(send(port, "POST /api/orders HTTP/1.1\r\n" + headers + "\r\n\r\n"), 400, "malformed_request");
    }

    @Test
    void whatIsNoHttpAtAllIsMalformed() throws Exception {
        assertProblem(send(port, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000hello\r\n\r\n"), 400, "malformed_request");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "2\r\n{}\r\nzz\r\n\r\n", "2\r\n{}x\r\n0\r\n\r\n", "-1\r\n\r\n"})
    void aBodyInMalformedChunksIsMalformed(String chunks) throws Exception {
        assertProblem(
                send(
                        port,
                        "POST /api/orders HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks),
                400,
                "malformed_request");
    }

    /** Or else the client, or a proxy that several share, would take it for the answer to the request before. */
    @Test
    void aRefusalDoesNotOvertakeTheAnswerBefore() throws Exception {
        var answers = send(
                port,
                "GET /style/base.css HTTP/1.1\r\nHost: localhost\r\n\r\nGET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(answers).startsWith("HTTP/1.1 200");
    }

    @Test
    void aRefusalHasWhatEveryAnswerHas(CapturedOutput log) throws Exception {
        var answer = get(port, "/%zz");

        assertThat(answer)
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("cache-control: no-store")
                .containsIgnoringCase("connection: close")
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
        Awaitility.await().until(() -> log.getAll().substring(loggedBefore).contains("method=GET path=/ status=400"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/products",
                "/api/orders/1/events",
                "/api/notifications/stream",
                "/api/wallet",
                "/api/auth/me",
                "/api/fx/rates",
                "/oauth2/jwks",
                "/api-docs/auth",
                "/app/home.js",
                "/unheard-of"
            })
    void noPathSpeaksAnotherProtocol(String path) throws Exception {
        for (var everyPort : List.of(port, managementPort)) {
            assertProblem(send(everyPort, """
                            GET %s HTTP/1.1\r
                            Host: localhost\r
                            Connection: Upgrade\r
                            Upgrade: websocket\r
                            Sec-WebSocket-Version: 13\r
                            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                            \r
                            """.formatted(path)), 400, "upgrade_refused");
        }
    }

    private String get(int port, String target) throws IOException {
        return noted(RawRequest.get(port, target));
    }

    private String send(int port, String bytes) throws IOException {
        return noted(RawRequest.send(port, bytes));
    }

    private String noted(String answer) {
        answers.append(answer);
        return answer;
    }

    private static void assertProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("\"code\":\"" + code + "\"")
                .doesNotContainIgnoringCase("<html", "Exception", "netty");
    }
}
