package io.tiktoken.auth.administration.web;

import static java.util.Objects.requireNonNullElse;

import io.tiktoken.auth.administration.Reason;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.Size;

/** Why an administrator does something. */
public record ReasonRequest(
        @Size(min = Reason.SHORTEST, max = Reason.LONGEST, message = "must have {min} to {max} characters")
        String reason) {

    public ReasonRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }

    public Reason toReason() {
        return new Reason(reason);
    }
}
