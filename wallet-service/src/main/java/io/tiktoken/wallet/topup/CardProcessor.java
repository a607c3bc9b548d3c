package io.tiktoken.wallet.topup;

import io.tiktoken.defaults.money.Money;

/** Who charges cards for us. It knows cards by tokens; a card's number never comes here. */
public interface CardProcessor {

    /** Every answer that there is, and its absence. */
    sealed interface Answer {

        /** The money is on its way to us, from a card as its holder knows it: {@code Visa •••• 4242}. */
        record Charged(String card) implements Answer {}

        /** Nothing was taken, for a reason that the card's bank gave. */
        record Declined(String code) implements Answer {}

        record UnknownPaymentMethod() implements Answer {}

        /** It may or may not have been charged; asking again does no harm. */
        record NoAnswer() implements Answer {}
    }

    /**
     * Charges a card, once per charge.
     *
     * @param charge our id for it: the same one again gets the same answer and charges nothing more
     */
    Answer charge(TopUpId charge, Money amount, String paymentMethod);
}
