package io.tiktoken.wallet.moneyrequest;

import io.tiktoken.wallet.ledger.OwnerId;

/**
 * One side of a money request.
 *
 * @param name as the other side sees it, such as {@code alice (A••• L••)}
 */
public record Party(OwnerId id, String username, String name) {}
