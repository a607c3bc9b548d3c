package io.tiktoken.auth.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;

/**
 * Compares clients' secrets. They are long and random, never chosen by people, so a fast hash is safe; a slow one
 * would let whoever asks for tokens keep the processors busy.
 */
public final class ClientSecretHash extends AbstractValidatingPasswordEncoder {

    @Override
    protected String encodeNonNullPassword(String secret) {
        return HexFormat.of().formatHex(digest(secret));
    }

    @Override
    protected boolean matchesNonNull(String secret, String hash) {
        return MessageDigest.isEqual(digest(secret), HexFormat.of().parseHex(hash));
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
