package io.tiktoken.auth.registration.web;

import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.Username;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.TypedUsername;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** What somebody who registers sends. */
record RegistrationRequest(
        @NotNull(message = "is missing")
        @Size(min = Username.SHORTEST, max = Username.LONGEST, message = "must have {min} to {max} characters")
        @Pattern(regexp = "(?s)[A-Za-z].*|", message = "must begin with a letter from a to z")
        @Pattern(regexp = "[A-Za-z0-9._-]*", message = "may hold only letters from a to z, digits, '.', '_' and '-'")
        String username,

        @NotNull(message = "is missing")
        @CodePointLength(
                min = Passwords.SHORTEST,
                max = Passwords.LONGEST,
                message = "must have {min} to {max} characters")
        String password,

        @Nullable @CodePointLength(max = DisplayName.LONGEST, message = "must have at most {max} characters")
        String displayName) {

    @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
    RegistrationRequest {
        username = username == null ? null : TypedUsername.read(username);
        displayName = displayName == null ? null : VisibleText.of(displayName);
    }

    RegisterUser.Request toRequest() {
        CardNumbers.refuse(username);
        CardNumbers.refuse(displayName);
        var name = Username.typed(username).orElseThrow();
        return new RegisterUser.Request(name, password, DisplayName.typed(displayName, name));
    }

    @Override
    public String toString() {
        return "RegistrationRequest[username=" + username + "]";
    }
}
