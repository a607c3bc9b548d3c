package io.tiktoken.wallet.ledger;

import io.tiktoken.defaults.crypto.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256. Every journal entry has one over the hash before it and its own content, so that no entry can be changed,
 * added, dropped or moved without changing every hash after it; {@link Seal} says how.
 *
 * @param hex 64 digits
 */
public record Hash(String hex) {

    /** What the first entry is tied to. */
    public static final Hash GENESIS = new Hash("0".repeat(64));

    /** The hash of these fields after the one with this hash. */
    public Hash followedBy(List<? extends @Nullable Object> fields) {
        var digest = new FieldDigest().addRaw(this);
        for (var field : fields) {
            digest.add(field == null ? null : field.toString());
        }
        return digest.end();
    }

    /** False only for what was found on a disk that somebody else wrote to. */
    public boolean isWellFormed() {
        return Sha256.isWellFormed(hex);
    }
}
