package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;

/** Where quotes are redeemed, each for one top-up, however often that one asks; and given back by one that failed. */
public interface Quotes {

    /** Every answer that there is, and its absence. */
    sealed interface Answer {
        record Redeemed(Quote quote) implements Answer {}

        /** The quote cannot be used, for one of the reasons that are about quotes, and this top-up does not hold it. */
        record Refused(Failure.Reason reason) implements Answer {}

        /** It may or may not have been redeemed; asking again does no harm. */
        record NoAnswer() implements Answer {}
    }

    /** What is known of a quote that was to be given back. */
    enum Return {
        /** The top-up does not hold it, now and for ever. */
        DONE,
        /** It may or may not have been given back; saying it again does no harm. */
        NO_ANSWER
    }

    /**
     * Redeems a quote.
     *
     * @param charged what the quote must be for
     */
    Answer redeem(QuoteId quote, TopUpId topUp, OwnerId customer, Money charged);

    Return giveBack(QuoteId quote, TopUpId topUp, OwnerId customer);
}
