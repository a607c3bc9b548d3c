package io.tiktoken.defaults.problem;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.idempotency.Idempotency;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.ForAdministrators;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.security.ForClients;
import io.tiktoken.defaults.security.ForCustomers;
import io.tiktoken.defaults.security.ForService;
import io.tiktoken.defaults.security.Machine;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.defaults.time.DayOrInstant;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of bad request over real HTTP: a clear 4xx that gives nothing away. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import({TestTokens.class, ProblemTests.Notes.class})
@ExtendWith(OutputCaptureExtension.class)
class ProblemTests {

    private static final String ALICE = TestTokens.person(UUID.randomUUID(), "alice");

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    private final HttpClient http = HttpClient.newHttpClient();

    static Stream<String[]> badBodies() {
        return Stream.of(
                new String[] {"", "malformed_request"},
                new String[] {"not json", "malformed_request"},
                new String[] {"[]", "malformed_request"},
                new String[] {
                    "{\"text\":\"hello\",\"price\":{\"amount\":1,\"currency\":\"TTK\"},\"total\":1}",
                    "malformed_request"
                },
                new String[] {
                    "{\"text\":\"hello\",\"price\":{\"amount\":1.5,\"currency\":\"TTK\"}}", "malformed_request"
                },
                new String[] {"{\"text\":\"\",\"price\":{\"amount\":1,\"currency\":\"TTK\"}}", "validation_failed"},
                new String[] {textOf("12"), "malformed_request"},
                new String[] {textOf("1.5"), "malformed_request"},
                new String[] {textOf("true"), "malformed_request"},
                new String[] {"{\"text\":\"hello\",\"price\":{\"amount\":1,\"currency\":702}}", "malformed_request"},
                new String[] {
                    "{\"text\":\"half \\ud83c\",\"price\":{\"amount\":1,\"currency\":\"TTK\"}}", "malformed_request"
                },
                new String[] {"[".repeat(10_000), "malformed_request"});
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void aBadBodyIsAClear400(String body, String code) throws Exception {
        var answer = post(HttpRequest.BodyPublishers.ofString(body), "key-" + UUID.randomUUID());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, code);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() throws Exception {
        var large = new byte[70_000];

        var announced = post(HttpRequest.BodyPublishers.ofByteArray(large), "announced");
        var chunked = post(
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString("{\"text\":\""),
                        HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                "x".repeat(70_000).getBytes())))),
                "chunked");

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertProblem(announced, "content_too_large");
        assertProblem(chunked, "content_too_large");
    }

    @ParameterizedTest(name = "limit={0} cursor={1}")
    @CsvSource({"0,", "101,", "1000000000,", "-1,", "many,", "1e1,", "20, not-a-cursor"})
    void aPageThatCannotBeIsRefused(String limit, String cursor) throws Exception {
        var answer = get("/api/mine?limit=" + limit + (cursor == null ? "" : "&cursor=" + cursor));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, "validation_failed");
    }

    @Test
    void aMoneyCallWithoutAKeyIsRefused() throws Exception {
        assertProblem(post(HttpRequest.BodyPublishers.ofString(goodBody()), null), "idempotency_key_missing");
        assertProblem(post(HttpRequest.BodyPublishers.ofString(goodBody()), "\"\""), "idempotency_key_missing");
        assertProblem(
                post(HttpRequest.BodyPublishers.ofString(goodBody()), "x".repeat(256)), "idempotency_key_invalid");
    }

    @Test
    void aKeyCountsTheSameBareAndQuoted() throws Exception {
        var first = post(HttpRequest.BodyPublishers.ofString(goodBody()), "same");
        var second = post(HttpRequest.BodyPublishers.ofString(goodBody()), "\"same\"");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void anErrorTellsNothingAboutTheInside() throws Exception {
        var ours = get("/api/open?fault=ours");
        var databases = get("/api/open?fault=database");

        assertThat(ours.statusCode()).isEqualTo(500);
        assertProblem(ours, "internal_error");
        assertThat(databases.statusCode()).isEqualTo(503);
        assertProblem(databases, "temporarily_unavailable");
        assertThat(ours.body() + databases.body()).doesNotContain("java.", "SQL", "secret", "at io.", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data", "multipart/form-data; boundary=x"})
    void aWrongMediaTypeIsNamed(String mediaType) throws Exception {
        var text = http.send(
                request("/api/notes")
                        .header("Content-Type", mediaType)
                        .header("Idempotency-Key", "k")
                        .POST(HttpRequest.BodyPublishers.ofString("hello"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(text.statusCode()).isEqualTo(415);
        assertProblem(text, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/xml", "application/problem+json", "///"})
    void anAnswerThatCannotBeAcceptedIsRefusedBeforeTheDeed(String accept) throws Exception {
        var key = "accept-" + UUID.randomUUID();

        var refused = http.send(
                request("/api/notes")
                        .header("Accept", accept)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(goodBody()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(406);
        assertProblem(refused, "not_acceptable");
        var later = post(HttpRequest.BodyPublishers.ofString(goodBody()), key);
        assertThat(later.statusCode()).isEqualTo(201);
        assertThat(later.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, */*;q=0.1", "application/json;charset=UTF-8"})
    void whoAcceptsJsonAmongOthersGetsIt(String accept) throws Exception {
        var answer =
                http.send(request("/api/mine").header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B1000000000-12-31T23:59:59Z", "%2B999999999-12-31", "1999-12-31", "yesterday", ""})
    void aTimeThatCannotBeIsRefusedByName(String from) throws Exception {
        var answer = get("/api/mine?from=" + from);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblem(answer, "validation_failed");
        assertThat(json.readTree(answer.body()).at("/errors/0/field").asString())
                .isEqualTo("from");
    }

    @Test
    void theDocumentsSayWhatIsSentAndHowErrorsLook() throws Exception {
        var document = json.readTree(get("/v3/api-docs").body());

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.at("/paths/~1api~1mine/get/parameters").findValuesAsString("name"))
                .containsExactly("from", "limit", "cursor");
        assertThat(document.at("/paths/~1api~1mine/get/parameters/0/schema/type")
                        .asString())
                .isEqualTo("string");
        assertThat(document.at("/paths/~1api~1mine/get/responses/200/content").propertyNames())
                .containsExactly("application/json");
        assertThat(document.at("/paths/~1api~1notes/post/parameters").findValuesAsString("name"))
                .containsExactly("Idempotency-Key");
        assertThat(document.at("/paths/~1api~1notes/post/responses/default/content/application~1problem+json")
                        .isMissingNode())
                .isFalse();
    }

    @Test
    void theDocumentsShowWhatIsSentAndHowItIsRefused() throws Exception {
        var writing = json.readTree(get("/v3/api-docs").body()).at("/paths/~1api~1notes/post");

        assertThat(writing.at("/requestBody/content/application~1json/example"))
                .isEqualTo(json.readTree("{\"text\":\"hello\",\"mood\":\"GLAD\",\"tags\":[\"…\"],\"pinned\":true,"
                        + "\"price\":{\"amount\":1550,\"currency\":\"TTK\"}}"));
        assertThat(writing.at("/responses/400/description").asString())
                .isEqualTo("`idempotency_key_missing`, `validation_failed`, `malformed_request`");
        assertThat(writing.at("/responses/422/description").asString())
                .isEqualTo("`too_long`: At most … letters fit here, `idempotency_key_reused`");
        var example = writing.at("/responses/422/content/application~1problem+json/examples/too_long/value");
        assertThat(example.path("type").asString()).isEqualTo("urn:tiktoken:problem:too_long");
        assertThat(example.path("status").asInt()).isEqualTo(422);
        assertThat(example.path("detail").asString()).isEqualTo("At most … letters fit here");
    }

    @Test
    void aCodeThatDoesNotSayWhatItMeansIsNone() {
        assertThatIllegalStateException()
                .isThrownBy(Code.UNEXPLAINED::problem)
                .withMessageContaining("UNEXPLAINED needs @Means");
    }

    @Test
    void aRefusalIsWhatItsCodeSays() throws Exception {
        var refused = post(HttpRequest.BodyPublishers.ofString(textOf("\"" + "x".repeat(300) + "\"")), "long");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertProblem(refused, "too_long");
        assertThat(json.readTree(refused.body()).path("detail").asString()).isEqualTo("At most 200 letters fit here");
    }

    @ParameterizedTest(name = "{0}: {1} with {2}, 401 {3}, 403 {4}")
    @CsvSource(
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "/paths/~1api~1open/get,      -,       -,           -,                 -",
                "/paths/~1api~1mine/get,      session, CUSTOMER,    `unauthenticated`, `forbidden`",
                "/paths/~1api~1mine/patch,    session, CUSTOMER,    `unauthenticated`, \"`too_old`, `forbidden`\"",
                "/paths/~1api~1notes/delete,  session, ADMIN,       `unauthenticated`, \"`forbidden`, `second_factor_required`\"",
                "/paths/~1api~1notes/get,     session, ADMIN,       `unauthenticated`, `forbidden`",
                "/paths/~1api~1notes/put,     token,   notes:write, `unauthenticated`, `forbidden`",
                "/paths/~1internal~1notes/get, token,  notes:read,  `unauthenticated`, `forbidden`"
            })
    void theDocumentsSayWhomAnOperationIsFor(
            String operation, String scheme, String right, String unknown, String refused) throws Exception {
        var document = json.readTree(get("/v3/api-docs").body());
        var described = document.at(operation);

        assertThat(described.isMissingNode()).isFalse();
        if (scheme == null) {
            assertThat(described.path("security").isMissingNode()).isTrue();
        } else {
            assertThat(described.path("security").size()).isOne();
            assertThat(described.at("/security/0/" + scheme + "/0").asString()).isEqualTo(right);
            assertThat(document.at("/components/securitySchemes/" + scheme + "/type")
                            .isMissingNode())
                    .isFalse();
        }
        assertThat(described.at("/responses/401/description").asStringOpt().orElse(null))
                .isEqualTo(unknown);
        assertThat(described.at("/responses/403/description").asStringOpt().orElse(null))
                .isEqualTo(refused);
        assertThat(described
                        .at("/responses/403/content/application~1problem+json")
                        .isMissingNode())
                .isEqualTo(refused == null);
    }

    @Test
    void aHeaderThatTheFirewallRefusesIsMalformed() throws Exception {
        var refused = post(HttpRequest.BodyPublishers.ofString(goodBody()), "a\tb");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertProblem(refused, "malformed_request");
    }

    @Test
    void wordsAreEnglishWhateverTheClientWouldPrefer() throws Exception {
        var german = request("/api/notes")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", "de")
                .POST(HttpRequest.BodyPublishers.ofString(textOf("\"\"")))
                .build();

        var refused = http.send(german, HttpResponse.BodyHandlers.ofString());

        assertThat(json.readTree(refused.body()).path("detail").asString()).isEqualTo("text: must not be blank");
    }

    @Test
    void aClientThatLeavesBeforeTheEndIsNobodysFault(CapturedOutput log) throws Exception {
        try (var connection = new Socket("127.0.0.1", port)) {
            connection.setSoLinger(true, 0); // Leaves without a goodbye.
            connection.getOutputStream().write("""
                    GET /api/open?endless HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Authorization: Bearer %s\r
                    \r
                    """.formatted(ALICE).getBytes(US_ASCII));
            connection.getInputStream().read();
        }

        await().untilTrue(Notes.LEFT);
        assertThat(get("/api/mine").statusCode()).isEqualTo(200);
        assertThat(log).doesNotContain("A request ended in an error");
    }

    private static String goodBody() {
        return textOf("\"hello\"");
    }

    /** A note whose text is this JSON value. */
    private static String textOf(String value) {
        return "{\"text\":%s,\"price\":{\"amount\":1,\"currency\":\"TTK\"}}".formatted(value);
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body, String key) throws Exception {
        var request =
                request("/api/notes").header("Content-Type", "application/json").POST(body);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + ALICE);
    }

    private void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    enum Code implements ProblemCode {
        @Means(status = HttpStatus.UNPROCESSABLE_CONTENT, sentence = "At most %s letters fit here")
        TOO_LONG,
        UNEXPLAINED
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Refuses {
        Code[] value();
    }

    @RestController
    @ForCustomers
    static class Notes {

        enum Mood {
            GLAD,
            SAD
        }

        record Note(
                @NotBlank @Schema(example = "hello") String text,
                @Nullable Mood mood,
                @Nullable List<String> tags,
                @Nullable Boolean pinned,
                Money price) {}

        private static final int MOST_LETTERS = 200;

        static final AtomicBoolean LEFT = new AtomicBoolean();

        private final Idempotency idempotency;
        private final SingleWriter writer;
        private final JdbcClient jdbc;

        Notes(Idempotency idempotency, SingleWriter writer, JdbcClient jdbc) {
            this.idempotency = idempotency;
            this.writer = writer;
            this.jdbc = jdbc;
        }

        @PostMapping("/api/notes")
        @Refuses(Code.TOO_LONG)
        ResponseEntity<Object> write(IdempotentRequest request, @Valid @RequestBody Note note) {
            return idempotency.once(
                    request,
                    note,
                    () -> note,
                    _ -> note.text().length() > MOST_LETTERS
                            ? Code.TOO_LONG.response(MOST_LETTERS)
                            : ResponseEntity.created(URI.create("/api/notes/" + UUID.randomUUID()))
                                    .body(note));
        }

        @GetMapping("/api/open")
        @ForAnyone
        String fail(@RequestParam String fault) {
            if (fault.equals("ours")) {
                throw new IllegalStateException("a secret of the inside");
            }
            return writer.write(() -> jdbc.sql("SELECT secret FROM no_such_table")
                    .query(String.class)
                    .single());
        }

        /** Writes until the client leaves. */
        @GetMapping(path = "/api/open", params = "endless")
        @ForAnyone
        void writeOn(HttpServletResponse response) throws IOException {
            try {
                while (true) {
                    response.getOutputStream().write(new byte[8 * 1024]);
                }
            } finally {
                LEFT.set(true);
            }
        }

        @PatchMapping("/api/mine")
        @ApiResponse(responseCode = "403", description = "`too_old`")
        void change() {}

        @DeleteMapping("/api/notes")
        @ForAdministrators
        void clear() {}

        @GetMapping("/api/notes")
        @ForAdministrators
        void all() {}

        @PutMapping("/api/notes")
        @ForClients("notes:write")
        void replace(Machine machine) {}

        @GetMapping("/internal/notes")
        @ForService("notes:read")
        void forServices() {}

        @GetMapping("/api/mine")
        Page<String> page(@RequestParam(required = false) @Nullable DayOrInstant from, PageQuery query) {
            return Page.of(List.of(), query, UUID::fromString);
        }
    }
}
