package io.tiktoken.auth.administration.decision.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tiktoken.auth.administration.decision.ConfirmDecision.Confirmed;
import io.tiktoken.auth.administration.web.DecisionView;
import io.tiktoken.auth.user.RecoveryCode;
import org.jspecify.annotations.Nullable;

/**
 * What was confirmed.
 *
 * @param recoveryCode the person's new one, shown this once
 */
record ConfirmedView(
        @JsonUnwrapped DecisionView decision, @Nullable String recoveryCode) {

    static ConfirmedView of(Confirmed confirmed) {
        return new ConfirmedView(
                DecisionView.of(confirmed.decision()),
                confirmed.recoveryCode().map(RecoveryCode::text).orElse(null));
    }

    @Override
    public String toString() {
        return "ConfirmedView[decision=%s]".formatted(decision);
    }
}
