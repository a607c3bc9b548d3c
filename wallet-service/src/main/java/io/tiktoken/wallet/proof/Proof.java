package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.anchor.AnchorState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger stands: the last look at everything, carried on to what is new.
 *
 * @param checkedAt when the reading of what is new began
 * @param fullCheck the last one that ended; null before the first
 * @param running the one that is going on; null when there is none
 */
public record Proof(
        Findings findings,
        Promises promises,
        AnchorState anchor,
        Instant checkedAt,
        @Nullable FullCheck fullCheck,
        @Nullable FullCheck running) {

    /** What can be said. */
    public enum Verdict {
        HOLDS,
        BROKEN,
        /** Nothing wrong was found so far, and not everything has been looked at. */
        NOT_YET
    }

    public Verdict verdict() {
        if (!findings.isSound() || !promises.wrong().none() || anchor.isBroken()) {
            return Verdict.BROKEN;
        }
        if (fullCheck == null || fullCheck.failed()) {
            return Verdict.NOT_YET;
        }
        return fullCheck.holds() ? Verdict.HOLDS : Verdict.BROKEN;
    }
}
