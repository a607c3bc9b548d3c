package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.AnchorState;
import io.tiktoken.wallet.anchor.AnchorState.Result;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look at everything, from the first entry on: one that is still going on, or one that has ended.
 *
 * @param endedAt null while it goes on
 * @param height of the journal when it began
 * @param anchor whether the journal still contains what was put on record elsewhere
 * @param failed whether it had to be given up before its end
 */
public record FullCheck(
        Instant startedAt,
        @Nullable Instant endedAt,
        long height,
        Findings findings,
        Promises promises,
        AnchorState anchor,
        boolean failed) {

    static FullCheck begun(Instant now, long height) {
        return new FullCheck(
                now,
                null,
                height,
                Reckoning.fromTheFirstEntry().findings(),
                Promises.NONE,
                new AnchorState(Result.UNKNOWN, null),
                false);
    }

    FullCheck at(Findings soFar) {
        return new FullCheck(startedAt, endedAt, height, soFar, promises, anchor, failed);
    }

    FullCheck ended(Findings all, Promises open, AnchorState compared, Instant now) {
        return new FullCheck(startedAt, now, height, all, open, compared, false);
    }

    FullCheck givenUp(Instant now) {
        return new FullCheck(startedAt, now, height, findings, promises, anchor, true);
    }

    public boolean isRunning() {
        return endedAt == null;
    }

    /** False already while it goes on, once something was found. */
    public boolean holds() {
        return !failed && findings.isSound() && promises.wrong().none() && !anchor.isBroken();
    }
}
