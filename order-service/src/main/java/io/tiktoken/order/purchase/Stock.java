package io.tiktoken.order.purchase;

/** The products of a purchase, in the hands of the catalogue. Every command may be repeated. */
public interface Stock {

    Answer reserve(Purchase purchase);

    Answer commit(Purchase purchase);

    Answer release(Purchase purchase);

    /** Puts committed products back on the shelf. */
    Answer takeBack(Purchase purchase);
}
