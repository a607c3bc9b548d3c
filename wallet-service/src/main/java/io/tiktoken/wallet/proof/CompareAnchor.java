package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.AnchorState;
import io.tiktoken.wallet.anchor.AnchorState.Result;
import io.tiktoken.wallet.anchor.Notary;
import org.springframework.stereotype.Component;

/** Tells whether the journal still contains what the notary has on record. */
@Component
class CompareAnchor {

    private final Notary notary;
    private final JournalReader journal;

    CompareAnchor(Notary notary, JournalReader journal) {
        this.notary = notary;
        this.journal = journal;
    }

    AnchorState compare() {
        return switch (notary.latest()) {
            case Notary.Latest.NoAnswer() -> new AnchorState(Result.UNKNOWN, null);
            case Notary.Latest.Nothing() -> new AnchorState(Result.NONE, null);
            case Notary.Latest.Found(var anchor) -> {
                var head = anchor.head();
                var there = journal.hashOf(head.height()).filter(head.hash()::equals);
                yield new AnchorState(there.isPresent() ? Result.HOLDS : Result.BROKEN, head.height());
            }
        };
    }
}
