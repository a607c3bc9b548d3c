package io.tiktoken.auth.session;

import io.tiktoken.auth.user.RandomText;
import io.tiktoken.defaults.crypto.Sha256;

/** What a browser holds to be recognised: 256 random bits. They are stored hashed, and never print themselves. */
public record SessionHandle(String text) {

    public static SessionHandle random() {
        return new SessionHandle(RandomText.of256Bits());
    }

    byte[] hash() {
        return Sha256.of(text).bytes();
    }

    @Override
    public String toString() {
        return "SessionHandle[not shown]";
    }
}
