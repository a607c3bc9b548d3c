package io.tiktoken.auth.session;

import io.tiktoken.defaults.crypto.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** What a browser holds to be recognised: 256 random bits. They are stored hashed, and never print themselves. */
public record SessionHandle(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static SessionHandle random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SessionHandle(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        return Sha256.of(text).bytes();
    }

    @Override
    public String toString() {
        return "SessionHandle[not shown]";
    }
}
