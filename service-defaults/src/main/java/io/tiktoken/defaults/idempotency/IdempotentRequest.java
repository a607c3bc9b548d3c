package io.tiktoken.defaults.idempotency;

/**
 * A request that must have its effect once, however often it is sent. A controller takes it as an
 * argument, which makes the {@code Idempotency-Key} header compulsory there.
 *
 * @param caller whose key it is: the access token's {@code sub}
 * @param key chosen by the caller, at most 255 characters
 */
public record IdempotentRequest(String caller, String key, String method, String path) {}
