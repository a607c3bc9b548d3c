package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.proof.LedgerReader.Chunk;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the journal from its first entry and keeps the books a second time: every hash, every sum,
 * every balance along the way.
 */
final class ChainWalk {

    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Long> sums = new TreeMap<>();
    private ChainHead head = ChainHead.OF_AN_EMPTY_JOURNAL;
    private @Nullable Long firstBad;

    void walk(Chunk chunk) {
        for (var line : chunk.lines()) {
            if (line.sequence() != head.height() + 1) {
                foundBad(head.height() + 1);
            }
            if (!isSound(line)) {
                foundBad(line.sequence());
            }
            // Goes on from what is stored, so that one bad entry does not make all after it look bad.
            head = new ChainHead(line.sequence(), line.storedHash());
        }
        if (!chunk.orphans().isEmpty()) {
            foundBad(chunk.orphans().first());
        }
    }

    private boolean isSound(JournalLine line) {
        var sealed = head.hash().followedBy(line.fields()).equals(line.storedHash());
        var ofThisEntry = new HashMap<String, Long>();
        var balancesFollow = true;
        for (var posting : line.postings()) {
            ofThisEntry.merge(posting.currency(), posting.amount(), Long::sum);
            sums.merge(posting.currency(), posting.amount(), Long::sum);
            var balance = balances.merge(posting.account(), posting.amount(), Long::sum);
            balancesFollow &= balance == posting.balanceAfter();
        }
        var addsUp = ofThisEntry.values().stream().allMatch(sum -> sum == 0);
        return sealed && addsUp && balancesFollow && line.postings().size() >= 2;
    }

    private void foundBad(long sequence) {
        firstBad = firstBad == null ? sequence : Math.min(firstBad, sequence);
    }

    ChainHead head() {
        return head;
    }

    Map<String, Long> sums() {
        return Map.copyOf(sums);
    }

    Proof.Chain chain() {
        return new Proof.Chain(firstBad);
    }

    /** All accounts that money ever went through. */
    Set<String> accounts() {
        return balances.keySet();
    }
}
