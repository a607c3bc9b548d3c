package io.tiktoken.system.odd;

import io.tiktoken.system.shop.Part;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Something that one part can be asked for, as its own OpenAPI document says.
 *
 * @param path with the names of its variables in braces
 * @param parameters of the query
 * @param body the schema of the body; missing when there is none
 */
record Route(Part part, String method, String path, List<String> parameters, JsonNode body) {

    /** Whether the gateway leads there. */
    boolean isPublic() {
        return path.startsWith("/api/") || path.startsWith("/oauth2/") || path.startsWith("/.well-known/");
    }

    boolean isAboutOnesOwnAccount() {
        return path.startsWith("/api/auth/");
    }

    /** Whether it can make a second administrator, without whom the first one then decides nothing. */
    boolean changesRoles() {
        return path.equals("/api/admin/users/{id}/roles");
    }

    boolean changesKeys() {
        return path.equals("/api/admin/keys/rotation");
    }
}
