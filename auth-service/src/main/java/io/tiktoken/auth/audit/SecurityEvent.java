package io.tiktoken.auth.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param kind as it was recorded, which may be of a kind that does not happen any more
 * @param actor a user's id or a machine client's; null when nobody knew, or when the shop did it by itself
 * @param actorName the username today, if it was a user
 * @param subject whom it happened to
 */
public record SecurityEvent(
        UUID id,
        Instant at,
        String kind,
        String result,
        @Nullable String actor,
        @Nullable String actorName,
        @Nullable String subject,
        @Nullable String subjectName,
        @Nullable String address,
        @Nullable String detail) {}
