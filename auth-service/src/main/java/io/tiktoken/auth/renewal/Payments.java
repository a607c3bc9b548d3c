package io.tiktoken.auth.renewal;

import io.tiktoken.auth.user.UserId;

/** Where approvals are spent: wallet-service. */
public interface Payments {

    /** What it said. */
    enum Answer {
        /** No older approval of this person moves anything any more. */
        ENDED,
        NO_ANSWER
    }

    /** Tells it which of a person's generations is the oldest that is still good. It may be told repeatedly. */
    Answer endBefore(UserId user, long generation);
}
