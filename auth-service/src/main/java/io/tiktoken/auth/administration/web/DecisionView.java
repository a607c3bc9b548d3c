package io.tiktoken.auth.administration.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.administration.DecisionKind;
import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.decision.Signatory;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one administrator asked for, and what became of it. Names are usernames as they were then.
 *
 * @param userId whom it is about
 * @param decidedBy null while nobody has decided, and when it expired
 * @param alone there was no other administrator who could have confirmed it
 */
public record DecisionView(
        UUID id,
        DecisionKind kind,
        Status status,
        UUID userId,
        @Schema(example = "alice") String username,

        @Schema(example = "Came with her passport") @Nullable
        String reason,

        UUID requestedBy,
        @Schema(example = "root") String requestedByName,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable UUID decidedBy,
        @Schema(example = "bob") @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        boolean alone) {

    public static DecisionView of(Decision decision) {
        var decidedBy = Optional.ofNullable(decision.decidedBy());
        return new DecisionView(
                decision.id(),
                DecisionKind.valueOf(decision.kind()),
                decision.status(),
                decision.subject(),
                decision.details().path("username").asString(),
                decision.reason(),
                decision.requestedBy().id(),
                decision.requestedBy().name(),
                decision.requestedAt(),
                decision.expiresAt(),
                decidedBy.map(Signatory::id).orElse(null),
                decidedBy.map(Signatory::name).orElse(null),
                decision.decidedAt(),
                decision.alone());
    }
}
