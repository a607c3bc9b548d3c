package io.tiktoken.wallet.ledger;

/** The kinds of journal entries; {@link Movement} shows the postings of each. */
public enum EntryKind {
    TOP_UP,
    TRANSFER,
    PURCHASE,
    REFUND,
    ADJUSTMENT
}
