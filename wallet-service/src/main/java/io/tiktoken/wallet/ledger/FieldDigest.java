package io.tiktoken.wallet.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.tiktoken.defaults.crypto.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over fields, each written as a netstring ({@code 5:alice,}), with its length before it, so that no two lists
 * of fields are written alike. What is absent is the empty string, which no field is otherwise.
 *
 * <p>After each end it begins anew. It is for one thread.
 */
public final class FieldDigest {

    private static final byte[] NOTHING = {};

    private final MessageDigest sha256 = Sha256.newDigest();

    public FieldDigest add(@Nullable String text) {
        return add(text == null ? NOTHING : text.getBytes(UTF_8));
    }

    public FieldDigest add(long number) {
        return add(Long.toString(number).getBytes(US_ASCII));
    }

    /** A text as it lies on the disk, which need not be one any more. */
    public FieldDigest add(byte @Nullable [] text) {
        var bytes = text == null ? NOTHING : text;
        sha256.update(Integer.toString(bytes.length).getBytes(US_ASCII));
        sha256.update((byte) ':');
        sha256.update(bytes);
        sha256.update((byte) ',');
        return this;
    }

    /** A hash as its 32 bytes, which need no length. */
    FieldDigest addRaw(Hash hash) {
        sha256.update(HexFormat.of().parseHex(hash.hex()));
        return this;
    }

    public Hash end() {
        return new Hash(HexFormat.of().formatHex(sha256.digest()));
    }
}
