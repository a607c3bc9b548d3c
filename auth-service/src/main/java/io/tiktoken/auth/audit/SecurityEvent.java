package io.tiktoken.auth.audit;

import io.swagger.v3.oas.annotations.media.Schema;
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
        @Schema(example = "LOGIN") String kind,
        @Schema(example = "ok") String result,

        @Schema(example = "019e0c2f-6f8a-7c31-9d52-0f6f3f0f7a11") @Nullable
        String actor,

        @Schema(example = "alice") @Nullable String actorName,

        @Schema(example = "019e0c2f-6f8a-7c31-9d52-0f6f3f0f7a11") @Nullable
        String subject,

        @Schema(example = "alice") @Nullable String subjectName,
        @Schema(example = "203.0.113.7") @Nullable String address,
        @Schema(example = "Firefox on Linux") @Nullable String detail) {}
