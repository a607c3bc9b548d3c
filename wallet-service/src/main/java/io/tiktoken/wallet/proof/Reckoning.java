package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Seal;
import io.tiktoken.wallet.proof.AccountReader.AccountCheck;
import io.tiktoken.wallet.proof.JournalReader.Chunk;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books a second time, a chunk of the journal after the other: every hash, every sum, every balance along the
 * way. It remembers where it is and what was wrong, and nothing else, however long the journal is.
 */
final class Reckoning {

    /** Before all that anybody could have slipped in. */
    private static final long BEFORE_EVERYTHING = Long.MIN_VALUE;

    private final Seal seal = new Seal();
    private final Map<String, Long> sums;
    private ChainHead head;
    private long position;
    private @Nullable Long firstBad;
    private long accounts;
    private Places wrongAccounts;
    private long drift;
    private Places wrongReserved;

    private Reckoning(Findings known, long position) {
        this.head = known.head();
        this.position = position;
        this.sums = new TreeMap<>(known.sums());
        this.firstBad = known.firstBad();
        this.accounts = known.accounts();
        this.wrongAccounts = known.wrongAccounts();
        this.drift = known.drift();
        this.wrongReserved = known.wrongReserved();
    }

    static Reckoning fromTheFirstEntry() {
        var nothing = new Findings(ChainHead.OF_AN_EMPTY_JOURNAL, Map.of(), null, 0, Places.NONE, 0, Places.NONE);
        return new Reckoning(nothing, BEFORE_EVERYTHING);
    }

    static Reckoning onwardsFrom(Findings known) {
        var height = known.head().height();
        return new Reckoning(known, height == 0 ? BEFORE_EVERYTHING : height);
    }

    /** The sequence number after which it goes on. */
    long position() {
        return position;
    }

    void walk(Chunk chunk) {
        for (var line : chunk.lines()) {
            if (line.sequence() != head.height() + 1) {
                foundBad(head.height() + 1);
            }
            var hash = seal.of(line, line.salt(), head.hash());
            var addsUp = addsUp(line);
            if (!addsUp || !hash.equals(line.storedHash()) || !isWellMade(line)) {
                foundBad(line.sequence());
            }
            position = line.sequence();
            head = new ChainHead(position, whatToGoOnFrom(line, hash));
        }
        if (chunk.orphan() != null) {
            foundBad(chunk.orphan());
        }
    }

    /** What is stored, so that one bad entry does not make all after it look bad. */
    private static Hash whatToGoOnFrom(JournalLine line, Hash computed) {
        return line.storedHash().isWellFormed() ? line.storedHash() : computed;
    }

    private boolean addsUp(JournalLine line) {
        var ofThisEntry = new HashMap<String, Long>();
        var balancesFollow = true;
        for (var posting : line.lines()) {
            ofThisEntry.merge(posting.currency(), posting.amount(), Long::sum);
            sums.merge(posting.currency(), posting.amount(), Long::sum);
            balancesFollow &= posting.follows();
            if (posting.opensAnAccount() && !posting.hasAccount()) {
                foundWrong(posting.account(), 0);
            }
        }
        return balancesFollow && ofThisEntry.values().stream().allMatch(sum -> sum == 0);
    }

    private static boolean isWellMade(JournalLine line) {
        var number = 0;
        for (var posting : line.lines()) {
            number++;
            if (posting.number() != number || !posting.isAsWritten()) {
                return false;
            }
        }
        return number >= 2;
    }

    void check(AccountCheck account) {
        if (!account.isWhatItsPostingsMakeIt()) {
            foundWrong(account.name(), account.drift());
        }
        if (!account.reservedMatches()) {
            wrongReserved = wrongReserved.with(account.name());
        }
    }

    /** As {@link #check}, for an account that has not been looked at before. */
    void count(AccountCheck account) {
        accounts++;
        check(account);
    }

    void foundBad(long sequence) {
        firstBad = firstBad == null ? sequence : Math.min(firstBad, sequence);
    }

    private void foundWrong(String account, long by) {
        var known = wrongAccounts.count();
        wrongAccounts = wrongAccounts.with(account);
        if (wrongAccounts.count() > known) {
            drift += Math.abs(by);
        }
    }

    Findings findings() {
        return new Findings(head, Map.copyOf(sums), firstBad, accounts, wrongAccounts, drift, wrongReserved);
    }
}
