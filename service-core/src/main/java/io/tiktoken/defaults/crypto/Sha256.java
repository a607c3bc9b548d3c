package io.tiktoken.defaults.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 (FIPS 180-4), by which the same content is recognized again.
 *
 * @param hex 64 digits in lower case
 */
public record Sha256(String hex) {

    /** What {@link #hex} looks like. */
    public static final String DIGITS = "[0-9a-f]{64}";

    private static final Pattern WELL_FORMED = Pattern.compile(DIGITS);

    /** @throws IllegalArgumentException when these are not 64 hexadecimal digits */
    public Sha256 {
        if (!isWellFormed(hex)) {
            throw new IllegalArgumentException("Not a SHA-256 in hexadecimal: " + hex);
        }
    }

    /** Of the text in UTF-8. */
    public static Sha256 of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Sha256 of(byte[] content) {
        return new Sha256(HexFormat.of().formatHex(newDigest().digest(content)));
    }

    /** For content that comes in parts. */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public static boolean isWellFormed(String hex) {
        return WELL_FORMED.matcher(hex).matches();
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** As entity tags and content security policies write it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    @Override
    public String toString() {
        return hex;
    }
}
