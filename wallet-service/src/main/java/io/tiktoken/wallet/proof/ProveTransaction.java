package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.AnchorHead;
import io.tiktoken.wallet.anchor.Receipt;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.OwnerId;
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

        /** The journal does not lead there: entries are lacking, or are not as they were made. */
        record Interrupted() implements Outcome {}
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

    public Outcome prove(UUID id, OwnerId owner) {
        return transactions.find(id, owner).map(this::prove).orElseGet(Outcome.Unknown::new);
    }

    private Outcome prove(OwnTransaction own) {
        if (own.salt() == null) {
            return new Outcome.FirstForm();
        }
        var sequence = own.entry().sequence();
        var receipt = anchorHead.covering(sequence);
        var head = receipt.map(known -> known.anchor().head()).orElseGet(() -> newest(sequence));
        if (head.height() - sequence > MOST_FOLLOWING) {
            return new Outcome.TooFar();
        }
        return contentsBetween(sequence, head.height())
                .<Outcome>map(following -> new Outcome.Proven(put(own, following, head, receipt)))
                .orElseGet(Outcome.Interrupted::new);
    }

    private ChainHead newest(long sequence) {
        return journal.headAt(sequence + MOST_FOLLOWING).orElseGet(journal::head);
    }

    private TransactionProof put(OwnTransaction own, List<Hash> following, ChainHead head, Optional<Receipt> receipt) {
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
                following,
                head,
                receipt.orElse(null));
    }

    /** Nothing when one of the entries is not there, or has no digest that could be shown. */
    private Optional<List<Hash>> contentsBetween(long after, long upTo) {
        var seal = new Seal();
        var contents = new ArrayList<Hash>();
        while (after + contents.size() < upTo) {
            var left = upTo - after - contents.size();
            var lines = journalReader
                    .after(after + contents.size(), (int) Math.min(left, settings.chunk()))
                    .lines();
            for (var line : lines) {
                var salt = line.salt();
                if (salt == null || line.sequence() != after + contents.size() + 1) {
                    return Optional.empty();
                }
                contents.add(seal.contentOf(line, salt));
            }
            if (lines.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(contents);
    }
}
