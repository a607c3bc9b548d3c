package io.tiktoken.wallet.topup;

import java.util.UUID;

/** Where quotes are redeemed: each for one top-up, however often that one asks. */
public interface Quotes {

    /** Every answer that there is, and its absence. */
    sealed interface Answer {
        record Redeemed(Quote quote) implements Answer {}

        /** The quote cannot be used, for one of the three reasons that are about quotes. */
        record Refused(Failure.Reason reason) implements Answer {}

        /** It may or may not have been redeemed; asking again does no harm. */
        record NoAnswer() implements Answer {}
    }

    Answer redeem(UUID quote, UUID topUp, UUID customer);
}
