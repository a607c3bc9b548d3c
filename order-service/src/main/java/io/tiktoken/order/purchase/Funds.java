package io.tiktoken.order.purchase;

/** The money of a purchase, in the hands of the wallet. Every command may be repeated. */
public interface Funds {

    /** Needs the customer's approval. */
    Answer reserve(Purchase purchase);

    /** From the customer to the merchant. */
    Answer commit(Purchase purchase);

    Answer release(Purchase purchase);

    /** Gives committed money back to the customer. */
    Answer refund(Purchase purchase);
}
