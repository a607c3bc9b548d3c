package io.tiktoken.system.odd;

import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route of every part, and a request for each that is about right: as right as the parts' own documents tell. */
final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 5;

    private final List<Route> routes = new ArrayList<>();
    private final Map<Part, JsonNode> documents = new HashMap<>();

    Routes(Shop shop) {
        for (var part : Part.values()) {
            if (part != Part.GATEWAY) { // It has none of its own, and passes on the others'.
                var document = new Line()
                        .get(shop.urlOf(part).resolve("/v3/api-docs"))
                        .expect(200)
                        .body();
                documents.put(part, document);
                document.path("paths")
                        .propertyStream()
                        .forEach(path -> path.getValue()
                                .propertyStream()
                                .forEach(operation -> routes.add(
                                        route(part, operation.getKey(), path.getKey(), operation.getValue()))));
            }
        }
        routes.add(new Route(Part.AUTH, "POST", "/oauth2/token", List.of(), JSON.missingNode()));
        routes.add(new Route(Part.AUTH, "GET", "/oauth2/jwks", List.of(), JSON.missingNode()));
    }

    List<Route> all() {
        return List.copyOf(routes);
    }

    Set<String> paths() {
        return routes.stream().map(Route::path).collect(Collectors.toUnmodifiableSet());
    }

    /** A request without anything odd about it, except that what it names seldom exists. */
    Draft draft(Route route, String host, List<String> ids, Random random) {
        var path = VARIABLE.matcher(route.path())
                .replaceAll(variable -> Matcher.quoteReplacement(
                        variable.group(1).equals("username") ? "nobody.here" : Oddity.oneOf(random, ids)));
        var hasBody = !route.body().isMissingNode();
        var body = hasBody ? JSON.writeValueAsBytes(example(route.part(), route.body(), 0, random)) : new byte[0];
        var draft = new Draft(route.method(), path, body).header("Host", host).header("Accept", "application/json");
        if (hasBody) {
            draft.header("Content-Type", "application/json");
        }
        if (!route.parameters().isEmpty() && random.nextBoolean()) {
            draft.parameter(Oddity.oneOf(random, route.parameters()), OddTexts.encoded(OddTexts.any(random)));
        }
        return draft;
    }

    private static Route route(Part part, String method, String path, JsonNode operation) {
        var parameters = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
        var body = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return new Route(part, method.toUpperCase(Locale.ROOT), path, parameters, body);
    }

    private Object example(Part part, JsonNode schema, int depth, Random random) {
        if (schema.has("$ref")) {
            var name = schema.path("$ref").asString().replaceFirst(".*/", "");
            return example(
                    part, documents.get(part).path("components").path("schemas").path(name), depth, random);
        }
        if (schema.has("example")) {
            return schema.path("example");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> text(schema, random);
            case "integer", "number" -> schema.path("minimum").asLong(1);
            case "boolean" -> random.nextBoolean();
            case "array" ->
                depth < DEEPEST ? List.of(example(part, schema.path("items"), depth + 1, random)) : List.of();
            default -> object(part, schema, depth, random);
        };
    }

    private Map<String, Object> object(Part part, JsonNode schema, int depth, Random random) {
        var object = new HashMap<String, Object>();
        if (depth < DEEPEST) {
            schema.path("properties")
                    .propertyStream()
                    .forEach(property ->
                            object.put(property.getKey(), example(part, property.getValue(), depth + 1, random)));
        }
        return object;
    }

    private static String text(JsonNode schema, Random random) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> "0193f3a0-0000-7000-8000-%012x".formatted(random.nextInt(1, Integer.MAX_VALUE));
            case "date-time" -> "2026-01-01T00:00:00Z";
            case "date" -> "2026-01-01";
            default -> "t".repeat(Math.max(4, schema.path("minLength").asInt(0)));
        };
    }
}
