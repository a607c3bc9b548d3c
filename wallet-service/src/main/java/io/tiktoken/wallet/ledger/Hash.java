package io.tiktoken.wallet.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seal of a journal entry: {@code SHA-256(previous hash ‖ entry)}, so that no entry can be changed,
 * added, dropped or moved without changing every hash after it.
 *
 * <p>An entry is written for it as netstrings ({@code 5:alice,}), each field with its length before it, so
 * that no two entries are written alike. What is absent is the empty string, which no field is otherwise.
 *
 * @param hex 64 digits
 */
public record Hash(String hex) {

    /** What the first entry is tied to. */
    public static final Hash GENESIS = new Hash("0".repeat(64));

    /** The seal of what comes after the entry with this hash. */
    public Hash followedBy(List<? extends @Nullable Object> fields) {
        var digest = sha256();
        digest.update(HexFormat.of().parseHex(hex));
        for (var field : fields) {
            var bytes = (field == null ? "" : field.toString()).getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
            digest.update((byte) ',');
        }
        return new Hash(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
