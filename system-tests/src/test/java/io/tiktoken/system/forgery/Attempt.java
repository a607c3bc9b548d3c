package io.tiktoken.system.forgery;

import io.tiktoken.system.token.Jws;
import java.util.Map;

/** What somebody shows at a door, and where they put it. */
record Attempt(Map<String, String> headers, String query, String form) {

    static Attempt bearer(String token) {
        return authorization("Bearer " + token);
    }

    static Attempt bearer(Jws token) {
        return bearer(token.compact());
    }

    static Attempt authorization(String value) {
        return header("Authorization", value);
    }

    static Attempt header(String name, String value) {
        return new Attempt(Map.of(name, value), "", "");
    }

    static Attempt inQuery(String query) {
        return new Attempt(Map.of(), query, "");
    }

    static Attempt inBody(String form) {
        return new Attempt(Map.of(), "", form);
    }
}
