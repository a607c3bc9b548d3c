package io.tiktoken.auth.administration.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.Pattern;

/** Why an administrator does something. */
record ReasonRequest(
        @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE) @Schema(example = "Came with her passport")
        String reason) {

    ReasonRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }

    Reason toReason() {
        CardNumbers.refuse(reason);
        return new Reason(reason);
    }
}
