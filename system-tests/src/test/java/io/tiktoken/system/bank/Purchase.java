package io.tiktoken.system.bank;

import java.util.UUID;

/** Money that is to be set aside for an order, under an id of the caller's. */
record Purchase(UUID id, UUID customer, UUID payee, long amount, UUID order) {}
