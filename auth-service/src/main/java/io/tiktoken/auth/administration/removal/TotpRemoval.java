package io.tiktoken.auth.administration.removal;

import io.tiktoken.auth.user.UserId;
import java.time.Instant;

/** That an administrator wants somebody's second factor removed. */
public record TotpRemoval(
        TotpRemovalId id,
        UserId user,
        String username,
        UserId requestedBy,
        String requestedByName,
        String reason,
        Status status,
        Instant requestedAt,
        Instant expiresAt) {

    /** Where it stands; from every status but the first there is no way on. */
    public enum Status {
        AWAITING_CONFIRMATION,
        REMOVED,
        REFUSED,
        /** It ran out, or was overtaken by another. */
        LAPSED
    }
}
