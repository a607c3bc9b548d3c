package io.tiktoken.auth.user;

import io.tiktoken.defaults.text.TypedUsername;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name a person logs in with and is paid by, in lower case: {@code Alice} and {@code alice} are one person. */
public record Username(String value) {

    public static final int SHORTEST = 3;
    public static final int LONGEST = 32;

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9._-]{2,31}");

    public Username {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("This is not a username");
        }
    }

    /** The username that was meant, or nothing when nobody can have such a name. */
    public static Optional<Username> typed(String text) {
        return Optional.of(TypedUsername.read(text))
                .filter(name -> VALID.matcher(name).matches())
                .map(Username::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
