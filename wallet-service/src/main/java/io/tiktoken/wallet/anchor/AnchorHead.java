package io.tiktoken.wallet.anchor;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.anchor.Notary.Answer.Differs;
import io.tiktoken.wallet.anchor.Notary.Answer.Kept;
import io.tiktoken.wallet.anchor.Notary.Answer.NoAnswer;
import io.tiktoken.wallet.ledger.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Hands the journal's head to the notary whenever it has grown, and keeps the receipt. */
@Service
public class AnchorHead {

    private static final Logger log = LoggerFactory.getLogger(AnchorHead.class);

    private final Journal journal;
    private final Notary notary;
    private final Receipts receipts;
    private final SingleWriter writer;

    AnchorHead(Journal journal, Notary notary, Receipts receipts, SingleWriter writer) {
        this.journal = journal;
        this.notary = notary;
        this.receipts = receipts;
        this.writer = writer;
    }

    /** Does nothing when there is nothing new, and tries again the next time when the notary does not answer. */
    public void anchor() {
        var head = journal.head();
        if (head.height() <= receipts.latestHeight()) {
            return;
        }
        switch (notary.keep(head)) {
            case Kept(var anchor, var receipt) -> writer.run(() -> receipts.add(anchor, receipt));
            case Differs() ->
                log.error(
                        "The notary has another hash on record for entry {}: this journal is not the one that was"
                                + " anchored. Stop money from moving and compare it with a backup.",
                        head.height());
            case NoAnswer() ->
                log.warn("The ledger's head {} is not anchored yet; it will be tried again", head.height());
        }
    }
}
