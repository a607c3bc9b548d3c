package io.tiktoken.wallet.proof.web;

import io.tiktoken.wallet.proof.FullCheck;
import io.tiktoken.wallet.proof.Places;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A full check as an administrator sees it: it names the places.
 *
 * @param of how many entries there were when it began
 * @param progress how many of them have been read
 * @param holds absent while it goes on, or when it had to be given up
 * @param firstBad the sequence number of the first entry that is not what it was
 */
record FullCheckView(
        State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        long of,
        long progress,
        @Nullable Boolean holds,
        Map<String, Long> sums,
        @Nullable Long firstBad,
        long accountsChecked,
        Places wrongAccounts,
        long drift,
        Places wrongReserved,
        long openReservations,
        Places wrongReservations,
        @Nullable String anchor,
        @Nullable Long anchoredHeight) {

    /** How it stands. */
    enum State {
        RUNNING,
        ENDED,
        GIVEN_UP
    }

    static FullCheckView of(FullCheck check) {
        var findings = check.findings();
        var state = check.isRunning() ? State.RUNNING : check.failed() ? State.GIVEN_UP : State.ENDED;
        var hasEnded = state == State.ENDED;
        return new FullCheckView(
                state,
                check.startedAt(),
                check.endedAt(),
                check.height(),
                findings.head().height(),
                hasEnded ? check.holds() : null,
                findings.sums(),
                findings.firstBad(),
                findings.accounts(),
                findings.wrongAccounts(),
                findings.drift(),
                findings.wrongReserved(),
                check.promises().open(),
                check.promises().wrong(),
                hasEnded ? check.anchor().result().name().toLowerCase(Locale.ROOT) : null,
                check.anchor().height());
    }
}
