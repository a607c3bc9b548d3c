package io.tiktoken.auth.shownonce;

/**
 * A request whose answer can be asked for again. It is the same request when all of it is the same; caller and key
 * say which answer is meant, and the rest that its secrets are shown only to whoever knew everything before.
 *
 * @param caller whose key it is: a person's id, or the account that a request names where nobody is logged in
 * @param key the caller's {@code Idempotency-Key}
 * @param body in one spelling for what is the same; it may hold a password
 */
public record RepeatableRequest(String caller, String key, String method, String path, String body) {

    @Override
    public String toString() {
        return "RepeatableRequest[caller=%s, %s %s]".formatted(caller, method, path);
    }
}
