package io.tiktoken.gateway.limit;

/** Whose allowance a request uses up. */
sealed interface Caller {

    /** Somebody with a session, or with a token of one. */
    record Person(String userId) implements Caller {}

    /** A merchant's or a kiosk's own machine. */
    record Machine(String clientId) implements Caller {}

    /** Nobody who could be recognised. */
    record Stranger(String network) implements Caller {}
}
