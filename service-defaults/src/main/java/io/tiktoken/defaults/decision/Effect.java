package io.tiktoken.defaults.decision;

/**
 * What became of that which was decided, in the service's own words.
 *
 * @param tookPlace false when it could not; then nothing was written, and the decision is not made
 */
public record Effect<T>(T answer, boolean tookPlace) {}
