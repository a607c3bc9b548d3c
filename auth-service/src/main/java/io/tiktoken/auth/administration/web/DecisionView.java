package io.tiktoken.auth.administration.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.administration.DecisionKind;
import io.tiktoken.defaults.decision.Decision;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.decision.SignaturesView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one administrator asked for, and what became of it.
 *
 * @param userId whom it is about
 */
public record DecisionView(
        UUID id,
        DecisionKind kind,
        Status status,
        UUID userId,
        @Schema(example = "alice") String username,

        @Schema(example = "Came with her passport") @Nullable
        String reason,

        @JsonUnwrapped SignaturesView signatures) {

    public static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id(),
                DecisionKind.valueOf(decision.kind()),
                decision.status(),
                decision.subject(),
                decision.details().path("username").asString(),
                decision.reason(),
                SignaturesView.of(decision));
    }
}
