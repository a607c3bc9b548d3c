package io.tiktoken.defaults.openapi;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Gives every JSON body an example, made of its fields' examples: a field's own ({@code @Schema(example = …)}), or one that
 * follows from its type. Free text has none that follows; where it has no own one either, {@link #MISSING} stands.
 */
final class ExampleCustomizer implements GlobalOpenApiCustomizer {

    static final String MISSING = "…";

    private static final Map<String, Object> BY_FORMAT = Map.of(
            "uuid", "019e0c2f-6f8a-7c31-9d52-0f6f3f0f7a11",
            "date-time", "2026-11-27T09:30:00Z",
            "date", "2026-11-27");

    @Override
    public void customise(OpenAPI document) {
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(ExampleCustomizer::bodies)
                .filter(body -> body.getExample() == null && body.getExamples() == null && body.getSchema() != null)
                .forEach(body -> body.setExample(example(body.getSchema(), document)));
    }

    private static Stream<MediaType> bodies(Operation operation) {
        var sent = operation.getRequestBody() == null
                ? Stream.<Content>empty()
                : Stream.ofNullable(operation.getRequestBody().getContent());
        var answered = operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent())
                .filter(Objects::nonNull);
        return Stream.concat(sent, answered)
                .flatMap(content -> content.entrySet().stream())
                .filter(body -> body.getKey().endsWith("json") || body.getKey().equals("*/*"))
                .map(Map.Entry::getValue);
    }

    private static Object example(Schema<?> schema, OpenAPI document) {
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            return example(requireNonNull(document.getComponents().getSchemas().get(name), name), document);
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().getFirst();
        }
        return switch (typeOf(schema)) {
            case "object" -> fields(schema, document);
            case "array" -> List.of(example(schema.getItems(), document));
            case "integer", "number" -> schema.getMinimum() == null ? 1 : schema.getMinimum();
            case "boolean" -> true;
            default -> schema.getFormat() == null ? MISSING : BY_FORMAT.getOrDefault(schema.getFormat(), MISSING);
        };
    }

    private static Map<String, Object> fields(Schema<?> schema, OpenAPI document) {
        var fields = new LinkedHashMap<String, Object>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, field) -> fields.put(name, example(field, document)));
        }
        return fields;
    }

    /** In OpenAPI 3.1 a schema may have several types, of which {@code null} says nothing here. */
    private static String typeOf(Schema<?> schema) {
        return Stream.concat(
                        Stream.ofNullable(schema.getType()),
                        Stream.ofNullable(schema.getTypes()).flatMap(types -> types.stream()))
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse("object");
    }
}
