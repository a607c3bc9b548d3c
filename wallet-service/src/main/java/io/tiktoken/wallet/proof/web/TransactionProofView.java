package io.tiktoken.wallet.proof.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.anchor.Receipt;
import io.tiktoken.wallet.ledger.EntryKind;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Seal;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.proof.TransactionProof;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The proof of one transaction, for its owner.
 *
 * @param otherPostings of which only the digests are told
 * @param following the content digests of the entries after it, up to the head
 * @param head of the journal: the next one on record, or the newest while none is
 * @param receipt auth-service's signed word that the head is on record; absent while it is not
 */
record TransactionProofView(
        EntryView entry,
        PostingView posting,
        List<OtherView> otherPostings,
        String previousHash,
        String hash,
        List<String> following,
        HeadView head,
        @Nullable String receipt) {

    /** What both sides see of it. */
    record EntryView(
            int form, long sequence, UUID id, EntryKind kind, UUID reference, String description, Instant createdAt) {}

    /** The owner's own part, and the salt that its digest needs. */
    record PostingView(
            long line,
            String salt,
            String account,
            Money amount,
            Money balanceAfter,
            TransactionType type,
            @Nullable String counterparty) {}

    record OtherView(long line, String digest) {}

    record HeadView(long height, String hash) {}

    static TransactionProofView of(TransactionProof proof) {
        var entry = proof.entry();
        var posting = proof.posting();
        return new TransactionProofView(
                new EntryView(
                        Seal.FORM,
                        entry.sequence(),
                        entry.id(),
                        entry.kind(),
                        entry.reference(),
                        entry.description(),
                        entry.recordedAt()),
                new PostingView(
                        posting.line(),
                        posting.salt().hex(),
                        posting.account(),
                        posting.amount(),
                        posting.balanceAfter(),
                        posting.type(),
                        posting.counterparty()),
                proof.others().stream()
                        .map(other -> new OtherView(other.line(), other.digest().hex()))
                        .toList(),
                proof.previous().hex(),
                proof.hash().hex(),
                proof.following().stream().map(Hash::hex).toList(),
                new HeadView(proof.head().height(), proof.head().hash().hex()),
                signed(proof.receipt()));
    }

    private static @Nullable String signed(@Nullable Receipt receipt) {
        return receipt == null ? null : receipt.signed();
    }
}
