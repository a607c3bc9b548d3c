package io.tiktoken.wallet.anchor;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.anchor.Notary.Answer.Differs;
import io.tiktoken.wallet.anchor.Notary.Answer.Kept;
import io.tiktoken.wallet.anchor.Notary.Answer.NoAnswer;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Journal;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Hands the journal's head to the notary whenever it has grown, and keeps the receipt. */
@Service
public class AnchorHead {

    private static final Logger log = LoggerFactory.getLogger(AnchorHead.class);
    private static final long PATIENCE_MILLIS = 3_000;

    private final Journal journal;
    private final Notary notary;
    private final Receipts receipts;
    private final AnchorSettings settings;
    private final SingleWriter writer;
    private final ReentrantLock anchoring = new ReentrantLock();
    private volatile boolean notarySilent;

    AnchorHead(Journal journal, Notary notary, Receipts receipts, AnchorSettings settings, SingleWriter writer) {
        this.journal = journal;
        this.notary = notary;
        this.receipts = receipts;
        this.settings = settings;
        this.writer = writer;
    }

    /** Does nothing when there is nothing new, and tries again the next time when the notary does not answer. */
    public void anchor() {
        anchorUpTo(journal.head());
    }

    /** Does so only when many entries wait for it. Who did not answer is left in peace until the next regular time. */
    public void anchorIfMany() {
        var head = journal.head();
        if (!notarySilent && head.height() - receipts.latestHeight() >= settings.mostEntries()) {
            anchorUpTo(head);
        }
    }

    /**
     * The first head on record that has this entry under it, put there now if need be. The receipt is signed anew, so
     * that the key is one of today's, unless the notary does not answer.
     */
    public Optional<Receipt> covering(long sequence) {
        if (receipts.latestHeight() < sequence) {
            anchor();
        }
        return receipts.firstFrom(sequence).map(this::signedAnew);
    }

    private Receipt signedAnew(Receipt known) {
        return switch (notary.keep(known.anchor().head())) {
            case Kept(var anchor, var signed) -> new Receipt(anchor, signed);
            case Differs() -> {
                differs(known.anchor().head());
                yield known;
            }
            case NoAnswer() -> known;
        };
    }

    private void anchorUpTo(ChainHead head) {
        if (!begins()) {
            return;
        }
        try {
            var height = receipts.latestHeight();
            // In steps, so that the way from an entry to a head on record stays short also after a long silence.
            while (height < head.height() && keep(next(height, head))) {
                height = receipts.latestHeight();
            }
        } finally {
            anchoring.unlock();
        }
    }

    private ChainHead next(long height, ChainHead head) {
        return head.height() - height <= settings.mostEntries()
                ? head
                : journal.headAt(height + settings.mostEntries()).orElse(head);
    }

    /** One at a time: who comes meanwhile waits for it a little. */
    private boolean begins() {
        try {
            return anchoring.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean keep(ChainHead head) {
        var answer = notary.keep(head);
        notarySilent = answer instanceof NoAnswer;
        switch (answer) {
            case Kept(var anchor, var signed) -> writer.run(() -> receipts.add(new Receipt(anchor, signed)));
            case Differs() -> differs(head);
            case NoAnswer() ->
                log.warn("The ledger's head {} is not anchored yet; it will be tried again", head.height());
        }
        return answer instanceof Kept;
    }

    private static void differs(ChainHead head) {
        log.error(
                "The notary has another hash on record for entry {}: this journal is not the one that was"
                        + " anchored. Stop money from moving and compare it with a backup.",
                head.height());
    }
}
