package io.tiktoken.auth.rotation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.key.SigningKey;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A signing key as administrators see it. */
record KeyView(
        String id,

        @Schema(allowableValues = {"announced", "signing", "retiring", "retired"})
        String state,

        Instant createdAt,
        Instant signsFrom,
        @Nullable Instant replacedAt,
        @Nullable Instant publishedUntil) {

    static KeyView of(SigningKey key, Instant now) {
        return new KeyView(
                key.id(),
                key.stateAt(now).name().toLowerCase(Locale.ROOT),
                key.createdAt(),
                key.signsFrom(),
                key.replacedAt(),
                key.publishedUntil());
    }
}
