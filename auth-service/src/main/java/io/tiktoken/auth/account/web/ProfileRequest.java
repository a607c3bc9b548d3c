package io.tiktoken.auth.account.web;

import io.tiktoken.auth.user.DisplayName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** How somebody wants to be called from now on. */
record ProfileRequest(
        @NotNull @Size(max = DisplayName.LONGEST, message = "must have at most {max} characters")
        String displayName) {}
