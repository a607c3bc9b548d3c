package io.tiktoken.auth.session;

import io.tiktoken.auth.user.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * That somebody is logged in.
 *
 * @param secondFactor whether they have also shown a code of their authenticator
 */
public record Session(
        SessionId id, UserId userId, DeviceName device, boolean secondFactor, Instant createdAt, Instant lastUsedAt) {

    /** Noted at most so often, so that reading a page does not become a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** When it is over however much it is used. */
    Instant endsAt(SessionLimits limits) {
        return createdAt.plus(limits.longest());
    }

    boolean useIsWorthNoting(Instant now) {
        return !now.isBefore(lastUsedAt.plus(NOTED_EVERY));
    }
}
