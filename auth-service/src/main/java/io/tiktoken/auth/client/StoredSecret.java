package io.tiktoken.auth.client;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the secrets of a client, as far as anybody but the client knows it.
 *
 * @param lastUsedAt tells an administrator whether an old secret is still needed; null while it never was
 */
public record StoredSecret(
        UUID id, String hash, Instant createdAt, @Nullable Instant lastUsedAt) {

    /** Noted at most so often, so that giving tokens does not become a write each time. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    boolean useIsWorthNoting(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(NOTED_EVERY));
    }

    @Override
    public String toString() {
        return "StoredSecret[id=" + id + "]";
    }
}
