package io.tiktoken.system.bank;

import java.util.UUID;

/**
 * One operation and what its client knows of it.
 *
 * @param id what the journal or the reservation is to bear; for a top-up the key under which it was asked for
 */
record Deed(Kind kind, UUID id, long amount, Fate fate) {

    /** What a client can ask for. */
    enum Kind {
        TRANSFER,
        TOP_UP,
        RESERVE,
        COMMIT,
        RELEASE,
        REFUND
    }

    /** What a client can have been told. */
    enum Fate {
        DONE,
        REFUSED,
        /** No answer, and not asked again. */
        UNKNOWN
    }
}
