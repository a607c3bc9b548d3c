package io.tiktoken.auth.client.web;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.CodePointLength;

/** Says why a client is shut out, for whoever reads the audit. */
record DisablementRequest(
        @NotBlank @CodePointLength(max = 200) @Schema(example = "Its secret was found in a public repository")
        String reason) {

    DisablementRequest {
        reason = VisibleText.of(requireNonNullElse(reason, ""));
    }
}
