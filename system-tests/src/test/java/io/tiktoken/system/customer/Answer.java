package io.tiktoken.system.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the shop said to one request. */
public final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpResponse<String> response;

    public Answer(HttpResponse<String> response) {
        this.response = response;
    }

    public static String json(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static JsonNode tree(String json) {
        return JSON.readTree(json);
    }

    public static <T> T read(JsonNode json, Class<T> type) {
        return JSON.treeToValue(json, type);
    }

    public int status() {
        return response.statusCode();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The whole answer as it was sent, for those who look for what must not be in it. */
    public String text() {
        return response.body();
    }

    public JsonNode body() {
        return tree(response.body());
    }

    public <T> T as(Class<T> type) {
        return JSON.readValue(response.body(), type);
    }

    /** The answer's stable name for what went wrong. */
    public String code() {
        return body().path("code").asString();
    }

    /** Goes on only if this is what the shop said. */
    public Answer expect(int status) {
        assertThat(status()).as(toString()).isEqualTo(status);
        return this;
    }

    /** A refusal that a program can act on, that an operator can look up, and that gives nothing away. */
    public Answer expectProblem(int status, String code) {
        expect(status);
        assertThat(header("Content-Type"))
                .as(toString())
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(code()).as(toString()).isEqualTo(code);
        assertThat(body().path("traceId").asString())
                .as("the trace id in " + this)
                .matches("[0-9a-f]{32}");
        assertThat(response.body()).doesNotContain("java.", "SQLITE_", "Exception", "127.0.0.1");
        return this;
    }

    public boolean isReplayed() {
        return header("Idempotent-Replayed").equals(Optional.of("true"));
    }

    @Override
    public String toString() {
        return "%s %s → %d %s"
                .formatted(response.request().method(), response.uri().getPath(), status(), response.body());
    }
}
