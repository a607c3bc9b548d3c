package io.tiktoken.auth.anchor;

import java.time.Instant;

/**
 * The ledger's head at some moment.
 *
 * @param height how many entries there were
 * @param hash of the last of them, 64 hexadecimal digits
 */
public record Anchor(long height, String hash, Instant anchoredAt) {}
