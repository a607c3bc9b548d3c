package io.tiktoken.auth.account.web;

import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;

/** How somebody wants to be called from now on. */
record ProfileRequest(
        @NotNull @CodePointLength(max = DisplayName.LONGEST, message = "must have at most {max} characters")
        String displayName) {

    @SuppressWarnings("NullAway") // Validated before anybody else looks at it: it may still be missing.
    ProfileRequest {
        displayName = displayName == null ? null : VisibleText.of(displayName);
    }
}
