package io.tiktoken.auth.registration.web;

import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Passwords;
import io.tiktoken.auth.user.Username;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody who registers sends. */
record RegistrationRequest(
        @NotNull
        @Pattern(
                regexp = Username.TYPED,
                message = "must be 3 to 32 letters, digits, '.', '_' or '-', beginning with a letter")
        String username,

        @NotNull
        @Size(min = Passwords.SHORTEST, max = Passwords.LONGEST, message = "must have {min} to {max} characters")
        String password,

        @Nullable @Size(max = DisplayName.LONGEST, message = "must have at most {max} characters")
        String displayName) {

    RegisterUser.Request toRequest() {
        var name = Username.typed(username).orElseThrow();
        return new RegisterUser.Request(name, password, DisplayName.typed(displayName, name));
    }

    @Override
    public String toString() {
        return "RegistrationRequest[username=" + username + "]";
    }
}
