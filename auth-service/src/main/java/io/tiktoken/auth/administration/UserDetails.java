package io.tiktoken.auth.administration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as administrators see them one by one.
 *
 * @param sessions how many are open
 * @param pinLocked nothing can be approved until the person gives themselves a new PIN
 * @param passwordMustChange somebody else has seen the password
 */
public record UserDetails(
        UserSummary summary,
        @Nullable Instant suspendedAt,
        int sessions,
        @Nullable Instant lastLoginAt,
        boolean pinLocked,
        boolean passwordMustChange) {}
