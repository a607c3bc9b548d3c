package io.tiktoken.wallet.moneyrequest;

/** Everybody who has a username. Kept by auth-service. */
public interface People {

    /** Every answer to the question who somebody is. */
    sealed interface Answer {

        record Found(Party party) implements Answer {}

        record Nobody() implements Answer {}

        /** Nobody knows just now. */
        record NoAnswer() implements Answer {}
    }

    Answer called(String username);
}
