package io.tiktoken.auth.administration;

import io.tiktoken.auth.user.User;
import java.time.Instant;

/** A person as administrators see them in a list. */
public record UserSummary(User user, boolean secondFactor, Instant createdAt) {}
