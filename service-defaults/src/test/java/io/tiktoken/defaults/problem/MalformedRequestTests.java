package io.tiktoken.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.testing.RawRequest;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is not HTTP, or not UTF-8: a problem document whoever refuses it, never a page of HTML, hardly a line of log. */
@SpringBootTest(
        classes = MalformedRequestTests.OpenService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import(TestTokens.class)
@ExtendWith(OutputCaptureExtension.class)
class MalformedRequestTests {

    private static final int LONGEST_LOG = 1_000;

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    private int loggedBefore;

    @BeforeEach
    void begin(CapturedOutput log) {
        loggedBefore = log.getAll().length();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "%zz", "%c0%af", "%ff", "%ed%a0%80", "%u0041", "{x}", "ÿ", "\u0001", "|", "\\"})
    void aTargetThatIsNotUtf8IsMalformedInPathAndQuery(String letters, CapturedOutput log) throws Exception {
        for (var target :
                new String[] {"/api/open/" + letters, "/api/open?q=" + letters, "/api/open?" + letters + "=1"}) {
            assertProblem(answerTo("GET " + target + " HTTP/1.1"), 400, "malformed_request");
        }
        assertHardlyLogged(log);
    }

    @Test
    void everyOtherQueryIsRead() throws Exception {
        for (var query : new String[] {"%e5%8d%88%20caf%C3%A9", "%00", "%2f%5c%25", "a=b;c//d", "a[b]=1", ""}) {
            assertThat(answerTo("GET /api/open?q=" + query + " HTTP/1.1")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "GET /api/open FOO/1.1, 400, malformed_request",
        "GET /api/open HTTP/1.1x, 400, malformed_request",
        "GET /api/open HTTP/3.7, 505, http_version_not_supported",
        "GET * HTTP/1.1, 400, malformed_request",
        "GET open HTTP/1.1, 400, malformed_request",
        "G@T /api/open HTTP/1.1, 400, malformed_request",
        "get /api/open HTTP/1.1, 501, not_implemented",
        "PROPFIND /api/open HTTP/1.1, 501, not_implemented",
        "CONNECT a.b:443 HTTP/1.1, 501, not_implemented",
        "TRACE /api/open HTTP/1.1, 405, method_not_allowed",
        "GET /api/open;a=b HTTP/1.1, 400, malformed_request",
        "GET //api/open HTTP/1.1, 400, malformed_request",
        "GET /api/open/%2f HTTP/1.1, 400, malformed_request"
    })
    void aLineThatIsNotOursIsRefusedByItsName(String line, int status, String code, CapturedOutput log)
            throws Exception {
        assertProblem(answerTo(line), status, code);
        assertHardlyLogged(log);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Host: another, 400, malformed_request",
        "Bad Name: x, 400, malformed_request",
        "nocolon, 400, malformed_request",
        "Control: a\u0001b, 400, malformed_request",
        "Content-Length: -5, 400, malformed_request",
        "Content-Length: abc, 400, malformed_request",
        "Transfer-Encoding: gzip, 501, not_implemented",
        "Expect: miracles, 417, expectation_failed",
        "X-Forwarded-Prefix: gopher, 400, malformed_request",
        "X-Forwarded-Prefix: /shop, 400, malformed_request"
    })
    void aHeaderThatIsNotHttpIsMalformed(String header, int status, String code, CapturedOutput log) throws Exception {
        assertProblem(RawRequest.send(port, "POST /api/open HTTP/1.1", header + "\r\n"), status, code);
        assertHardlyLogged(log);
    }

    @Test
    void aRequestWithoutAHostIsMalformed() throws Exception {
        assertProblem(
                RawRequest.send(port, "GET /api/open HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, "malformed_request");
    }

    @Test
    void headersThatAreTooLargeAreRefused(CapturedOutput log) throws Exception {
        assertProblem(
                RawRequest.send(port, "GET /api/open HTTP/1.1", "Long: " + "x".repeat(20_000) + "\r\n"),
                400,
                "malformed_request");
        assertHardlyLogged(log);
    }

    @Test
    void aPathThatDoesNotExistIsNotRepeatedInTheLog(CapturedOutput log) throws Exception {
        var token = TestTokens.person(UUID.randomUUID(), "alice");

        assertProblem(
                RawRequest.send(
                        port, "GET /api/" + "x".repeat(5_000) + " HTTP/1.1", "Authorization: Bearer " + token + "\r\n"),
                404,
                "not_found");
        assertHardlyLogged(log);
    }

    @ParameterizedTest(name = "chunk of length {0}")
    @ValueSource(strings = {"zz", "2\r\n{}\r\nzz", "2\r\n{}x"})
    void aBodyInMalformedChunksIsMalformed(String body, CapturedOutput log) throws Exception {
        assertProblem(
                RawRequest.send(
                        port,
                        "POST /api/open HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n" + body + "\r\n0\r\n\r\n"),
                400,
                "malformed_request");
        assertHardlyLogged(log);
    }

    @Test
    void aFormThatIsNotUtf8IsMalformed(CapturedOutput log) throws Exception {
        assertProblem(RawRequest.send(port, """
                        POST /api/forms HTTP/1.1\r
                        Host: localhost\r
                        Connection: close\r
                        Content-Type: application/x-www-form-urlencoded\r
                        Content-Length: 5\r
                        \r
                        q=%zz"""), 400, "malformed_request");
        assertHardlyLogged(log);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GET /actuator/health/% HTTP/1.1, 400",
        "GET /actuator/health?q=%zz HTTP/1.1, 400",
        "GET /actuator/health HTTP/3.7, 505",
        "G@T /actuator/health HTTP/1.1, 400",
        "CONNECT a.b:443 HTTP/1.1, 501",
        "PROPFIND /actuator/health HTTP/1.1, 400",
        "TRACE /actuator/health HTTP/1.1, 405",
        "POST /actuator/health HTTP/1.1, 405",
        "GET /actuator/unheard-of HTTP/1.1, 401",
        "GET /unheard-of HTTP/1.1, 401"
    })
    void theManagementPortHasNoPagesEither(String line, int status, CapturedOutput log) throws Exception {
        var answer = RawRequest.send(managementPort, line, "Accept: text/html, */*\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContainIgnoringCase("<html", "text/html");
        assertThat(answer).contains("application/problem+json", "\"code\":");
        assertHardlyLogged(log);
    }

    private String answerTo(String requestLine) throws Exception {
        return RawRequest.send(port, requestLine, "Accept: text/html, application/json, text/plain\r\n");
    }

    private static void assertProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json", "\"code\":\"" + code + "\"")
                .doesNotContainIgnoringCase("<html", "Exception", "tomcat", "Servlet");
    }

    private void assertHardlyLogged(CapturedOutput log) {
        assertThat(log.getAll().substring(loggedBefore)).doesNotContain("ERROR").hasSizeLessThan(LONGEST_LOG);
    }

    /** Without log-in, because what cannot be read is refused whoever asks. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Endpoints.class)
    static class OpenService {}

    @RestController
    @ForAnyone
    static class Endpoints {

        @GetMapping("/api/open")
        String open(@RequestParam(required = false) String q) {
            return "open";
        }

        @PostMapping("/api/open")
        Map<String, String> write(@RequestBody Map<String, String> body) {
            return body;
        }

        @PostMapping("/api/forms")
        String form(@RequestParam String q) {
            return q;
        }
    }
}
