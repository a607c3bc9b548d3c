package io.tiktoken.wallet.anchor;

import io.tiktoken.wallet.ledger.ChainHead;

/** Whoever keeps the ledger's heads and cannot write to the ledger: auth-service. */
public interface Notary {

    /** Every answer to a head. */
    sealed interface Answer {

        /** It is on record, and the receipt says so, signed by the notary. */
        record Kept(Anchor anchor, String receipt) implements Answer {}

        /** Something else is on record for this height. */
        record Differs() implements Answer {}

        record NoAnswer() implements Answer {}
    }

    /** Every answer to the question what was put on record last. */
    sealed interface Latest {

        record Found(Anchor anchor) implements Latest {}

        record Nothing() implements Latest {}

        record NoAnswer() implements Latest {}
    }

    Answer keep(ChainHead head);

    Latest latest();
}
