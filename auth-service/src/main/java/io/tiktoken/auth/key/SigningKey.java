package io.tiktoken.auth.key;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of a key, which say all about it: whoever reads them at the same moment comes to the same conclusion,
 * after a restart and on every replica.
 *
 * @param generation one more than the key's that it replaces
 * @param replacedAt when the next one signs in its place; null while none is announced
 * @param publishedUntil when the last token that it signed is dead; null while none is announced
 */
public record SigningKey(
        String id,
        int generation,
        Instant createdAt,
        Instant signsFrom,
        @Nullable Instant replacedAt,
        @Nullable Instant publishedUntil) {

    /** What a key is good for. */
    public enum State {
        /** Published, so that everybody knows it before the first token comes. */
        ANNOUNCED,
        SIGNING,
        /** Still published, for the tokens that it signed. */
        RETIRING,
        /** Nobody believes it any more, and its private part is destroyed. */
        RETIRED
    }

    public State stateAt(Instant now) {
        if (isOverAt(now)) {
            return State.RETIRED;
        }
        if (now.isBefore(signsFrom)) {
            return State.ANNOUNCED;
        }
        return replacedAt == null || now.isBefore(replacedAt) ? State.SIGNING : State.RETIRING;
    }

    boolean isOverAt(Instant now) {
        return publishedUntil != null && !now.isBefore(publishedUntil);
    }
}
