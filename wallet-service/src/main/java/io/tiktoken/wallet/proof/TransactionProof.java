package io.tiktoken.wallet.proof;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.anchor.Receipt;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.EntryKind;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Salt;
import io.tiktoken.wallet.ledger.TransactionType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the owner of one posting needs in order to check that it is in the journal, and nothing of the others.
 *
 * @param previous the hash before the entry's
 * @param following the content digests of the entries after it, up to the head
 * @param head the head that all this leads to: one on record, or the newest
 * @param receipt what the notary signed about that head; null when it is not on record yet
 */
public record TransactionProof(
        Shown entry,
        Own posting,
        List<Other> others,
        Hash previous,
        Hash hash,
        List<Hash> following,
        ChainHead head,
        @Nullable Receipt receipt) {

    /** What all owners of an entry see of it. */
    public record Shown(
            long sequence, UUID id, EntryKind kind, UUID reference, String description, Instant recordedAt) {}

    /** The owner's own posting, with the salt of its digest. */
    public record Own(
            long line,
            Salt salt,
            String account,
            Money amount,
            Money balanceAfter,
            TransactionType type,
            @Nullable String counterparty) {}

    /** Another posting, of which nothing is told. */
    public record Other(long line, Hash digest) {}
}
