package io.tiktoken.auth.administration.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tiktoken.auth.administration.UserDetails;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One person, for administrators: what the list shows, and more. */
record UserDetailsView(
        @JsonUnwrapped UserSummaryView summary,
        @Nullable Instant suspendedAt,
        int sessions,
        @Nullable Instant lastLoginAt,
        boolean pinLocked,
        boolean passwordMustChange) {

    static UserDetailsView of(UserDetails details) {
        return new UserDetailsView(
                UserSummaryView.of(details.summary()),
                details.suspendedAt(),
                details.sessions(),
                details.lastLoginAt(),
                details.pinLocked(),
                details.passwordMustChange());
    }
}
