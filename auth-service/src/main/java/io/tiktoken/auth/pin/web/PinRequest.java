package io.tiktoken.auth.pin.web;

import io.tiktoken.auth.user.Passwords;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Asks for a new PIN. */
record PinRequest(@NotNull @Size(max = Passwords.LONGEST) String password) {

    @Override
    public String toString() {
        return "PinRequest[not shown]";
    }
}
