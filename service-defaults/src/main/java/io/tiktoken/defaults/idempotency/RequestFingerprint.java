package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.crypto.Sha256;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What two requests of one caller have in common when they are the same: method, path and body, however the body's
 * fields are ordered.
 */
final class RequestFingerprint {

    private final JsonMapper canonicalJson;
    private final Set<String> leftAside;

    RequestFingerprint(JsonMapper json, Set<String> leftAside) {
        this.canonicalJson = json.rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        this.leftAside = leftAside;
    }

    String of(IdempotentRequest request, Object body) {
        JsonNode tree = canonicalJson.valueToTree(body);
        if (tree instanceof ObjectNode object) {
            object.remove(leftAside);
        }
        return Sha256.of("%s %s %s".formatted(request.method(), request.path(), canonicalJson.writeValueAsString(tree)))
                .hex();
    }
}
