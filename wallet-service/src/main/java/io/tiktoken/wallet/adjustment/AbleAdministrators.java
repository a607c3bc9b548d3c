package io.tiktoken.wallet.adjustment;

import java.util.Set;
import java.util.UUID;

/** Who could do something as an administrator right now. Kept by auth-service, so it is asked before a write begins. */
public interface AbleAdministrators {

    /** Every answer to the question who they are. */
    sealed interface Answer {

        /** These, and nobody else. */
        record Known(Set<UUID> ids) implements Answer {}

        /** Nobody knows just now; that there is only one would be a dangerous guess. */
        record NoAnswer() implements Answer {}
    }

    Answer now();
}
