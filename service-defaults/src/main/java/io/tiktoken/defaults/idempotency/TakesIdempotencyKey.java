package io.tiktoken.defaults.idempotency;

/** A controller's argument that lets the client send an {@code Idempotency-Key}, and does not ask for one. */
public interface TakesIdempotencyKey {}
