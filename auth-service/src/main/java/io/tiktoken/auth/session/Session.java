package io.tiktoken.auth.session;

import io.tiktoken.auth.user.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * That somebody is logged in.
 *
 * @param administrator whether its person is one now, however the session began
 * @param secondFactor whether they have also shown a code of their authenticator
 */
public record Session(
        SessionId id,
        UserId userId,
        boolean administrator,
        DeviceName device,
        boolean secondFactor,
        Instant createdAt,
        Instant lastUsedAt) {

    /** Noted at most so often, so that reading a page does not become a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** When it is over however much it is used. */
    Instant endsAt(SessionSettings.Limits limits) {
        return createdAt.plus(limits.longest());
    }

    boolean isOver(Instant now, SessionSettings.Limits limits) {
        return !now.isBefore(endsAt(limits)) || !now.isBefore(lastUsedAt.plus(limits.idle()));
    }

    boolean useIsWorthNoting(Instant now) {
        return !now.isBefore(lastUsedAt.plus(NOTED_EVERY));
    }
}
