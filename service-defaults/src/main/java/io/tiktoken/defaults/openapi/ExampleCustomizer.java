package io.tiktoken.defaults.openapi;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
                .forEach(body -> body.setExample(example(body.getSchema(), document)));
    }

    private static Stream<MediaType> bodies(Operation operation) {
        var sent = Stream.ofNullable(operation.getRequestBody()).map(RequestBody::getContent);
        var answered = operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent());
        return Stream.concat(sent, answered)
                .filter(Objects::nonNull)
                .flatMap(content -> Stream.ofNullable(content.get(APPLICATION_JSON_VALUE)));
    }

    private static Object example(Schema<?> schema, OpenAPI document) {
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            return example(requireNonNull(document.getComponents().getSchemas().get(name), name), document);
        }
        if (schema.getEnum() != null) {
            return schema.getEnum().getFirst();
        }
        return switch (typeOf(schema)) {
            case "object" -> fields(schema, document);
            case "array" -> List.of(example(schema.getItems(), document));
            case "integer" -> requireNonNullElse(schema.getMinimum(), BigDecimal.ONE);
            case "boolean" -> true;
            default -> BY_FORMAT.getOrDefault(String.valueOf(schema.getFormat()), MISSING);
        };
    }

    private static Map<String, Object> fields(Schema<?> schema, OpenAPI document) {
        var fields = new LinkedHashMap<String, Object>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, field) -> fields.put(name, example(field, document)));
        }
        return fields;
    }

    /** What may be null has two types. */
    private static String typeOf(Schema<?> schema) {
        return Stream.ofNullable(schema.getTypes())
                .flatMap(Set::stream)
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse("object");
    }
}
