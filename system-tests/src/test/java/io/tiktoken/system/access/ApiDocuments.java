package io.tiktoken.system.access;

import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Line;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the parts say about themselves: their OpenAPI documents, which they make from their code. */
final class ApiDocuments {

    private final Shop shop;
    private final Line line = new Line();

    ApiDocuments(Shop shop) {
        this.shop = shop;
    }

    Set<Endpoint> endpoints() {
        return Arrays.stream(Part.values())
                .filter(part -> part != Part.GATEWAY) // It has none of its own, and passes on the others'.
                .flatMap(this::endpointsOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Endpoint> endpointsOf(Part part) {
        var paths = line.get(shop.urlOf(part).resolve("/v3/api-docs"))
                .expect(200)
                .body()
                .path("paths");
        return paths.propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation ->
                                new Endpoint(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), part)));
    }
}
