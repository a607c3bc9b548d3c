package io.tiktoken.wallet.audit;

import java.util.UUID;

/**
 * Who acts on somebody else's wallet.
 *
 * @param username as it was then
 */
public record Administrator(UUID id, String username) {}
