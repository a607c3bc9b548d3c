package io.tiktoken.wallet.moneyrequest;

import java.util.UUID;

/**
 * One side of a money request.
 *
 * @param name as the other side sees it, such as {@code alice (A••• L••)}
 */
public record Party(UUID id, String username, String name) {}
