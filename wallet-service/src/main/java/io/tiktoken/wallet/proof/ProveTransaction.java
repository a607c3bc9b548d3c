package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.AnchorHead;
import io.tiktoken.wallet.anchor.Receipt;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Seal;
import io.tiktoken.wallet.proof.OwnTransactions.OwnTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Puts together what a customer needs in order to check that a transaction of theirs is in the journal on record. */
@Service
public class ProveTransaction {

    /** Every answer to asking for a proof. */
    public sealed interface Outcome {

        record Proven(TransactionProof proof) implements Outcome {}

        /** There is no such transaction, or it is somebody else's. */
        record Unknown() implements Outcome {}

        /** The entry is from before there were salts: to show it to one owner would show the other's part. */
        record FirstForm() implements Outcome {}

        /** The next head on record is too far away. */
        record TooFar() implements Outcome {}
    }

    /** More than the farthest that heads may be configured to be apart. */
    private static final int MOST_FOLLOWING = 10_000;

    private final OwnTransactions transactions;
    private final JournalReader journalReader;
    private final Journal journal;
    private final AnchorHead anchorHead;
    private final ProofSettings settings;

    ProveTransaction(
            OwnTransactions transactions,
            JournalReader journalReader,
            Journal journal,
            AnchorHead anchorHead,
            ProofSettings settings) {
        this.transactions = transactions;
        this.journalReader = journalReader;
        this.journal = journal;
        this.anchorHead = anchorHead;
        this.settings = settings;
    }

    public Outcome prove(UUID id, UUID owner) {
        return transactions.find(id, owner).map(this::prove).orElseGet(Outcome.Unknown::new);
    }

    private Outcome prove(OwnTransaction own) {
        if (own.salt() == null) {
            return new Outcome.FirstForm();
        }
        var sequence = own.entry().sequence();
        var receipt = anchorHead.covering(sequence);
        var head = receipt.map(known -> known.anchor().head()).orElseGet(() -> newest(sequence));
        return head.height() - sequence > MOST_FOLLOWING
                ? new Outcome.TooFar()
                : new Outcome.Proven(put(own, head, receipt));
    }

    private ChainHead newest(long sequence) {
        return journal.headAt(sequence + MOST_FOLLOWING).orElseGet(journal::head);
    }

    private TransactionProof put(OwnTransaction own, ChainHead head, Optional<Receipt> receipt) {
        var seal = new Seal();
        var sequence = own.entry().sequence();
        var line = journalReader.after(sequence - 1, 1).lines().getFirst();
        var salt = Objects.requireNonNull(line.salt());
        var mine = line.lines().stream()
                .filter(posting -> posting.number() == own.line())
                .findFirst()
                .orElseThrow();
        return new TransactionProof(
                own.entry(),
                own.posting(seal.saltOf(mine, salt)),
                line.lines().stream()
                        .filter(posting -> posting.number() != own.line())
                        .map(other -> new TransactionProof.Other(other.number(), seal.digestOf(other, salt)))
                        .toList(),
                journalReader.hashOf(sequence - 1).orElse(Hash.GENESIS),
                line.storedHash(),
                contentsBetween(sequence, head.height(), seal),
                head,
                receipt.orElse(null));
    }

    private List<Hash> contentsBetween(long after, long upTo, Seal seal) {
        var contents = new ArrayList<Hash>();
        while (after + contents.size() < upTo) {
            var left = upTo - after - contents.size();
            var chunk = journalReader.after(after + contents.size(), (int) Math.min(left, settings.chunk()));
            for (var line : chunk.lines()) {
                contents.add(seal.contentOf(line, Objects.requireNonNull(line.salt())));
            }
        }
        return contents;
    }
}
