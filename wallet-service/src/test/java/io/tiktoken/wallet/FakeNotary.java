package io.tiktoken.wallet;

import io.tiktoken.wallet.anchor.Anchor;
import io.tiktoken.wallet.anchor.Notary;
import io.tiktoken.wallet.ledger.ChainHead;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** auth-service's record of heads, in the test's hand. */
public class FakeNotary implements Notary {

    private final TreeMap<Long, Anchor> record = new TreeMap<>();
    private boolean silent;

    public synchronized void fallSilent() {
        silent = true;
    }

    public synchronized void speakAgain() {
        silent = false;
    }

    public synchronized void forgetEverything() {
        record.clear();
    }

    @Override
    public synchronized Answer keep(ChainHead head) {
        if (silent) {
            return new Answer.NoAnswer();
        }
        var kept = record.computeIfAbsent(head.height(), _ -> new Anchor(head, Instant.EPOCH));
        return kept.head().equals(head) ? new Answer.Kept(kept, "a receipt") : new Answer.Differs();
    }

    @Override
    public synchronized Latest latest() {
        if (silent) {
            return new Latest.NoAnswer();
        }
        return Optional.ofNullable(record.lastEntry())
                .<Latest>map(entry -> new Latest.Found(entry.getValue()))
                .orElseGet(Latest.Nothing::new);
    }
}
