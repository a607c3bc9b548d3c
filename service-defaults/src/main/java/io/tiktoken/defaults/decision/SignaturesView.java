package io.tiktoken.defaults.decision;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for a decision and who made it, as every view of one shows it. Names are usernames as they were then.
 *
 * @param decidedBy null while nobody has decided, and when it expired
 * @param alone there was no other administrator who could have confirmed it
 */
public record SignaturesView(
        UUID requestedBy,
        @Schema(example = "root") String requestedByName,
        Instant requestedAt,
        Instant expiresAt,
        @Nullable UUID decidedBy,
        @Schema(example = "bob") @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        boolean alone) {

    public static SignaturesView of(Decision decision) {
        var decidedBy = Optional.ofNullable(decision.decidedBy());
        return new SignaturesView(
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
