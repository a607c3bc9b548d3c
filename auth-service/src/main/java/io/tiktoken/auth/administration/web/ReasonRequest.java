package io.tiktoken.auth.administration.web;

import static java.util.Objects.requireNonNullElse;

import io.tiktoken.auth.administration.Reason;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.Pattern;

/** Why an administrator does something. */
public record ReasonRequest(
        @Pattern(regexp = Reason.FORM, message = "must have 3 to 140 characters")
        String reason) {

    public ReasonRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }

    public Reason toReason() {
        CardNumbers.refuse(reason);
        return new Reason(reason);
    }
}
