package io.tiktoken.auth.rotation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.key.KeyRotation;
import io.tiktoken.auth.key.SigningKey;
import io.tiktoken.auth.rotation.RotateKeys;
import io.tiktoken.auth.rotation.RotateKeys.Outcome;
import io.tiktoken.auth.web.Code;
import io.tiktoken.auth.web.Refuses;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.security.ForAdministrators;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows administrators the signing keys, and lets them have another one. */
@RestController
@ForAdministrators
@Tag(name = "Signing keys", description = "For administrators.")
class KeyController {

    /** A signing key as administrators see it. */
    record KeyView(
            @Schema(example = "019e0c2f-6f8a-7c31-9d52-0f6f3f0f7a11")
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

    private final RotateKeys rotateKeys;
    private final KeyRotation rotation;
    private final Clock clock;

    KeyController(RotateKeys rotateKeys, KeyRotation rotation, Clock clock) {
        this.rotateKeys = rotateKeys;
        this.rotation = rotation;
        this.clock = clock;
    }

    @GetMapping("/api/admin/keys")
    @Operation(
            summary = "The signing keys, newest first",
            description = "What they are good for, never what they are made of.")
    Page<KeyView> keys() {
        var now = clock.instant();
        return new Page<>(
                rotation.history().stream().map(key -> KeyView.of(key, now)).toList(), null);
    }

    @PostMapping("/api/admin/keys/rotation")
    @Operation(
            summary = "Announces another signing key",
            description = "It takes over once every service must know it.")
    @ResponseStatus(HttpStatus.CREATED)
    @Refuses(Code.ROTATION_UNDER_WAY)
    KeyView rotate(Actor actor) {
        return switch (rotateKeys.rotate(actor)) {
            case Outcome.Announced(var key) -> KeyView.of(key, clock.instant());
            case Outcome.UnderWay() -> throw Code.ROTATION_UNDER_WAY.exception();
        };
    }
}
