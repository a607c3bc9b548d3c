package io.tiktoken.auth.client.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Says why a client is shut out, for whoever reads the audit. */
record DisablementRequest(
        @NotBlank @Size(max = 200) @Schema(example = "Its secret was found in a public repository")
        String reason) {}
