package io.tiktoken.defaults.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service's OpenAPI document owes its readers: the rules of Spectral's {@code spectral:oas} that concern content, and
 * examples of whatever is sent and answered. A service extends it with its own whole-service annotation.
 */
public abstract class ApiDocumentTests {

    private static final String NO_EXAMPLE = "…";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JsonMapper json;

    private JsonNode document;

    /** One method on one path, and what the document says of it. */
    private record Described(String method, String path, JsonNode words) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void readTheDocument() throws Exception {
        var answer = MockMvcTester.from(context).get().uri("/v3/api-docs").exchange();
        document = json.readTree(answer.getResponse().getContentAsString());
    }

    @Test
    void theDocumentSaysWhatItIsAndWhomToAsk() {
        assertThat(document.at("/info/description").asString()).isNotBlank();
        assertThat(document.at("/info/contact/name").asString()).isNotBlank();
        assertThat(document.path("servers")).isNotEmpty();
    }

    @Test
    void everyOperationIsNamedOnceAndSaysWhatItDoes() {
        var names = new HashSet<String>();
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(names.add(operation.words().path("operationId").asString()))
                    .as("its name is its own")
                    .isTrue();
            assertThat(operation.words().path("summary").asString("")).isNotBlank();
            assertThat(operation.words().path("description").asString("")).isNotBlank();
        });
    }

    @Test
    void everyOperationStandsUnderATagThatIsExplained() {
        var explained = new HashSet<String>();
        for (var tag : document.path("tags")) {
            if (!tag.path("description").asString("").isBlank()) {
                explained.add(tag.path("name").asString());
            }
        }
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.words().path("tags")).isNotEmpty();
            operation.words().path("tags").forEach(tag -> assertThat(explained).contains(tag.asString()));
        });
    }

    @Test
    void everyRefusalNamesItsCodes() {
        assertThat(operations())
                .allSatisfy(operation -> operation
                        .words()
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            if (response.getKey().startsWith("4")) {
                                assertThat(response.getValue()
                                                .path("description")
                                                .asString())
                                        .as(response.getKey())
                                        .matches("(?s)`[a-z_]+`.*");
                            }
                        }));
    }

    @Test
    void everyBodyHasAnExample() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(bodies(operation.words())).allSatisfy(body -> {
                    assertThat(body.has("example") || body.has("examples")).isTrue();
                    assertThat(body.toString()).doesNotContain(NO_EXAMPLE);
                }));
    }

    protected final JsonNode document() {
        return document;
    }

    private List<Described> operations() {
        var operations = new ArrayList<Described>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(new Described(method.getKey(), path.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    /** What is sent, and what is answered when all goes well. */
    private static List<JsonNode> bodies(JsonNode operation) {
        return Stream.concat(
                        Stream.of(operation.path("requestBody")),
                        operation.path("responses").properties().stream()
                                .filter(response -> response.getKey().startsWith("2"))
                                .map(Map.Entry::getValue))
                .flatMap(holder -> holder.path("content").properties().stream())
                .filter(body -> body.getKey().endsWith("json"))
                .map(Map.Entry::getValue)
                .toList();
    }
}
