package io.tiktoken.auth.administration.removal;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Which removal of a second factor. */
public record TotpRemovalId(UUID value) {

    public TotpRemovalId {
        requireNonNull(value, "totp removal id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
