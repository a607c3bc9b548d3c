package io.tiktoken.auth.anchor.web;

import io.tiktoken.defaults.crypto.Sha256;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What the ledger's last entry is sealed with. */
record AnchorRequest(
        @NotNull @Pattern(regexp = Sha256.DIGITS, message = "must be a SHA-256 in 64 hexadecimal digits")
        String hash) {}
