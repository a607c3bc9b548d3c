package io.tiktoken.gateway.session;

import java.time.Instant;

/** What auth-service says about a session handle. */
sealed interface Exchanged {

    /** The session lives, and this token speaks for its owner. */
    record Person(String accessToken, String userId, Instant expiresAt) implements Exchanged {

        /** Without the token, which is as good as the session itself. */
        @Override
        public String toString() {
            return "Person[userId=%s, expiresAt=%s]".formatted(userId, expiresAt);
        }
    }

    /** Ended, or never begun. */
    record Unknown() implements Exchanged {}
}
