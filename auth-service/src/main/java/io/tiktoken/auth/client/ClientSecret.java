package io.tiktoken.auth.client;

import io.tiktoken.auth.user.RandomText;
import org.jspecify.annotations.Nullable;

/**
 * What a client proves itself with: 256 random bits, shown once. They are stored hashed, and never print themselves.
 *
 * @param decoded what else it may say, when nobody can tell whether it came encoded
 */
public record ClientSecret(String text, String decoded) {

    private static final ClientSecretEncoder HASH = new ClientSecretEncoder();

    public ClientSecret(String text) {
        this(text, text);
    }

    static ClientSecret random() {
        return new ClientSecret(RandomText.of256Bits());
    }

    String hash() {
        return HASH.encode(text);
    }

    boolean hasHash(@Nullable String hash) {
        return HASH.matches(text, hash) || HASH.matches(decoded, hash);
    }

    @Override
    public String toString() {
        return "ClientSecret[not shown]";
    }
}
