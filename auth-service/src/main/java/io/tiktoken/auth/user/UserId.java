package io.tiktoken.auth.user;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Which person; everything that is theirs, in every service, is theirs by this id. */
public record UserId(UUID value) {

    public UserId {
        requireNonNull(value, "user id");
    }

    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
