package io.tiktoken.wallet.statement;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.Entry;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.TransactionType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement, as the owner of a wallet sees it.
 *
 * @param amount less than zero for what went out
 * @param counterparty the other side's name as it was then; null when there is none to be told
 * @param reference the order or the top-up that it belongs to; a transfer stands for itself
 */
public record Transaction(
        UUID id,
        TransactionType type,
        Money amount,
        Money balanceAfter,
        @Schema(example = "bob (B•• T••)") @Nullable String counterparty,
        @Schema(example = "For lunch") String description,
        UUID reference,
        Instant createdAt) {

    /** An entry as the owner of one of its wallets sees it. */
    public static Transaction of(Entry entry, OwnerId owner) {
        var account = Account.walletOf(owner).name();
        var posting = entry.postings().stream()
                .filter(booked -> booked.account().equals(account))
                .findFirst()
                .orElseThrow();
        var line = requireNonNull(posting.line(), "line of a wallet");
        return new Transaction(
                entry.id(),
                line.type(),
                posting.amount(),
                new Money(posting.balanceAfter(), posting.amount().currency()),
                line.counterparty(),
                entry.description(),
                entry.reference(),
                entry.recordedAt());
    }
}
