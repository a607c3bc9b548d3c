package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.TransactionType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement, as the owner of a wallet sees it.
 *
 * @param amount less than zero for what went out
 * @param counterparty the other side's name as it was then; null when there is none to be told
 * @param reference the order or the top-up that it belongs to
 */
public record Transaction(
        UUID id,
        TransactionType type,
        Money amount,
        Money balanceAfter,
        @Nullable String counterparty,
        String description,
        UUID reference,
        Instant createdAt) {}
