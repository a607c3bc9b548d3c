package io.tiktoken.auth.client;

import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a client proves itself with: 256 random bits, shown once. They are stored hashed, and never print themselves.
 *
 * @param decoded what else it may say, when nobody can tell whether it came encoded
 */
public record ClientSecret(String text, String decoded) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ClientSecretEncoder HASH = new ClientSecretEncoder();

    public ClientSecret(String text) {
        this(text, text);
    }

    static ClientSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ClientSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
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
