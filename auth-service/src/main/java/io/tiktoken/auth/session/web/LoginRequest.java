package io.tiktoken.auth.session.web;

import io.tiktoken.auth.user.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody who logs in sends. */
record LoginRequest(
        @NotNull @Size(max = 64) String username,
        @NotNull @Size(max = Passwords.LONGEST) String password) {

    @Override
    public String toString() {
        return "LoginRequest[not shown]";
    }
}
