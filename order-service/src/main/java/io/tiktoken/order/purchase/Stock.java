package io.tiktoken.order.purchase;

import io.tiktoken.defaults.neighbour.Answer;
import io.tiktoken.defaults.neighbour.Answer.Done;

/** The products of a purchase, in the hands of the catalogue. Every command may be repeated. */
public interface Stock {

    Answer<Done> reserve(Purchase purchase);

    Answer<Done> commit(Purchase purchase);

    Answer<Done> release(Purchase purchase);

    /** Puts committed products back on the shelf. */
    Answer<Done> takeBack(Purchase purchase);
}
