package io.tiktoken.wallet.anchor;

import org.jspecify.annotations.Nullable;

/**
 * Whether the journal still contains what was put on record.
 *
 * @param height of the anchor that was compared with; null when there was none
 */
public record AnchorState(Result result, @Nullable Long height) {

    /** What the comparison came to. */
    public enum Result {
        HOLDS,
        /** The journal ends before the anchor, or has another entry in its place. */
        BROKEN,
        /** Nothing is on record yet. */
        NONE,
        /** The notary does not answer, so nobody can say. */
        UNKNOWN
    }

    public boolean isBroken() {
        return result == Result.BROKEN;
    }
}
