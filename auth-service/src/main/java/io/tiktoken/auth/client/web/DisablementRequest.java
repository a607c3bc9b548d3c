package io.tiktoken.auth.client.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.Pattern;

/** Says why a client is shut out, for whoever reads the audit. */
record DisablementRequest(
        @Pattern(regexp = Reason.FORM, message = Reason.MESSAGE)
        @Schema(example = "Its secret was found in a public repository")
        String reason) {

    DisablementRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }
}
