package io.tiktoken.auth.administration.removal.web;

import io.tiktoken.auth.administration.removal.TotpRemoval;
import io.tiktoken.auth.administration.removal.TotpRemoval.Status;
import java.time.Instant;
import java.util.UUID;

/** A removal that waits for a second administrator. */
record TotpRemovalView(
        UUID id,
        Status status,
        UUID userId,
        String username,
        UUID requestedBy,
        String requestedByName,
        String reason,
        Instant requestedAt,
        Instant expiresAt) {

    static TotpRemovalView of(TotpRemoval removal) {
        return new TotpRemovalView(
                removal.id().value(),
                removal.status(),
                removal.user().value(),
                removal.username(),
                removal.requestedBy().value(),
                removal.requestedByName(),
                removal.reason(),
                removal.requestedAt(),
                removal.expiresAt());
    }
}
