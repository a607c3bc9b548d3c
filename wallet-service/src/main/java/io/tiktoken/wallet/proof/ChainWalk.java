package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Seal;
import io.tiktoken.wallet.proof.LedgerReader.Chunk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the journal from its first entry and keeps the books a second time: every hash, every sum,
 * every balance along the way.
 */
final class ChainWalk {

    private final Seal seal = new Seal();
    private final Set<String> accounts = new HashSet<>();
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
        var ofThisEntry = new HashMap<String, Long>();
        var number = 0;
        var postingsFollow = true;
        for (var posting : line.lines()) {
            ofThisEntry.merge(posting.currency(), posting.amount(), Long::sum);
            sums.merge(posting.currency(), posting.amount(), Long::sum);
            accounts.add(posting.account());
            number++;
            postingsFollow &= posting.follows() && posting.number() == number;
        }
        var addsUp = ofThisEntry.values().stream().allMatch(sum -> sum == 0);
        return seal.of(line, line.salt(), head.hash()).equals(line.storedHash())
                && addsUp
                && postingsFollow
                && number >= 2;
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
        return accounts;
    }
}
