package io.tiktoken.defaults.decision;

import io.tiktoken.defaults.decision.Decision.Status;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which decisions somebody looks for; what is null narrows nothing. */
public record DecisionFilter(
        @Nullable String kind,
        @Nullable UUID subject,
        @Nullable Status status) {}
