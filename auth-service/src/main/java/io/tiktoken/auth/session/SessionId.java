package io.tiktoken.auth.session;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Which session; it may be seen and logged, because it opens nothing: only the {@link SessionHandle} does. */
public record SessionId(UUID value) {

    public SessionId {
        requireNonNull(value, "session id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
