package io.tiktoken.wallet.anchor;

import io.tiktoken.wallet.ledger.ChainHead;

/** Whoever keeps the ledger's heads and cannot write to the ledger: auth-service. */
public interface Notary {

    /** Every answer to a head. */
    sealed interface Entry {

        /** It is on record, and the receipt says so, signed by the notary. */
        record Kept(Anchor anchor, String receipt) implements Entry {}

        /** Something else is on record for this height. */
        record Differs() implements Entry {}

        record NoAnswer() implements Entry {}
    }

    /** Every answer to the question what was put on record last. */
    sealed interface Latest {

        record Found(Anchor anchor) implements Latest {}

        record Nothing() implements Latest {}

        record NoAnswer() implements Latest {}
    }

    Entry keep(ChainHead head);

    Latest latest();
}
