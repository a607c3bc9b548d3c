package io.tiktoken.auth.anchor.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What the ledger's last entry is sealed with. */
record AnchorRequest(
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 in 64 hexadecimal digits")
        String hash) {}
