package io.tiktoken.order.purchase;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;

/** The money of a purchase, in the hands of the wallet. Every command may be repeated. */
public interface Funds {

    /** Needs the customer's approval. */
    Answer<Done> reserve(Purchase purchase);

    /** From the customer to the merchant. */
    Answer<Done> commit(Purchase purchase);

    Answer<Done> release(Purchase purchase);

    /** Gives committed money back to the customer. */
    Answer<Done> refund(Purchase purchase);
}
