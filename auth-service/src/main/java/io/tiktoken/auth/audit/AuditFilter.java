package io.tiktoken.auth.audit;

import io.tiktoken.auth.audit.SecurityEvents.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody looks for; what is null narrows nothing.
 *
 * @param to the moment before which it happened
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable Kind kind,
        @Nullable Instant from,
        @Nullable Instant to) {}
