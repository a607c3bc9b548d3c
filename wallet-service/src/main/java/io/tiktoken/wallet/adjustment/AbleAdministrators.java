package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.decision.Signatories;

/**
 * Who could do something as an administrator right now, and how many hold that role at all. Kept by auth-service, so it is asked
 * before a write begins.
 */
public interface AbleAdministrators {

    /** Every answer to the question who they are. */
    sealed interface Answer {

        record Known(Signatories signatories) implements Answer {}

        /** Nobody knows just now; that there is only one would be a dangerous guess. */
        record NoAnswer() implements Answer {}
    }

    Answer now();
}
