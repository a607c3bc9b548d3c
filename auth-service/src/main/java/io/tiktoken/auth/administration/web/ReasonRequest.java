package io.tiktoken.auth.administration.web;

import static java.util.Objects.requireNonNullElse;

import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.Pattern;

/** Why an administrator does something. */
public record ReasonRequest(
        @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE)
        String reason) {

    public ReasonRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }

    public Reason toReason() {
        CardNumbers.refuse(reason);
        return new Reason(reason);
    }
}
