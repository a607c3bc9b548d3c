package io.tiktoken.auth.administration.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.administration.UserDetails;
import io.tiktoken.auth.administration.UserSummary;
import io.tiktoken.auth.user.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person, for administrators: what the list shows, and more. */
record UserDetailsView(
        @JsonUnwrapped Summary summary,
        @Nullable Instant suspendedAt,
        int sessions,
        @Nullable Instant lastLoginAt,
        boolean pinLocked,
        boolean passwordMustChange) {

    /** A person in a list for administrators. */
    record Summary(
            UUID id,
            @Schema(example = "alice") String username,
            @Schema(example = "Alice Tan") String displayName,
            List<Role> roles,
            boolean suspended,
            boolean secondFactor,
            Instant createdAt) {

        static Summary of(UserSummary summary) {
            var user = summary.user();
            return new Summary(
                    user.id().value(),
                    user.username().value(),
                    user.displayName().value(),
                    user.roles(),
                    user.suspended(),
                    summary.secondFactor(),
                    summary.createdAt());
        }
    }

    static UserDetailsView of(UserDetails details) {
        return new UserDetailsView(
                Summary.of(details.summary()),
                details.suspendedAt(),
                details.sessions(),
                details.lastLoginAt(),
                details.pinLocked(),
                details.passwordMustChange());
    }
}
