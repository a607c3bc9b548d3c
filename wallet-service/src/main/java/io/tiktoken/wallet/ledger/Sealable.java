package io.tiktoken.wallet.ledger;

import java.util.List;

/** An entry as {@link Seal} sees it: a new one, or one as it was found on the disk. */
public interface Sealable {

    /** Writes sequence, id, kind, reference, description, and the time in milliseconds. */
    void writeTo(FieldDigest digest);

    /** In the order of their numbers. */
    List<? extends Line> lines();

    /** One of its postings. */
    interface Line {

        /** Its place in the entry, counted from 1. */
        long number();

        /** Writes account, currency, amount, balance after, type and counterparty. */
        void writeTo(FieldDigest digest);
    }
}
