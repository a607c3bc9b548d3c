package io.tiktoken.auth.administration.web;

import io.tiktoken.auth.administration.UserSummary;
import io.tiktoken.auth.user.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person in a list for administrators. */
record UserSummaryView(
        UUID id,
        String username,
        String displayName,
        List<Role> roles,
        boolean suspended,
        boolean secondFactor,
        Instant createdAt) {

    static UserSummaryView of(UserSummary summary) {
        var user = summary.user();
        return new UserSummaryView(
                user.id().value(),
                user.username().value(),
                user.displayName().value(),
                user.roles(),
                user.suspended(),
                summary.secondFactor(),
                summary.createdAt());
    }
}
