package io.tiktoken.fx.rate;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Decides whether an offer becomes the table that money is exchanged at: by itself it must be plausible,
 * it must not be older than the table we have, and no rate in it may have jumped unless a second fetch, some
 * minutes later, says the same. Whatever is absurd is never believed, however often it is repeated.
 *
 * <p>The jump that waits for its second fetch is remembered in memory: a restart only makes it wait anew.
 */
@Service
class JudgeOffer {

    /** What may become of an offer. */
    sealed interface Verdict {

        record Believed(RateTable table) implements Verdict {}

        /** It is the table that we have. */
        record Known(Instant nextUpdate) implements Verdict {}

        record Unconfirmed(String what) implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    private record Suspect(RateTable table, Instant since) {}

    private final Plausibility plausibility;
    private final RateSettings settings;
    private final Clock clock;
    private @Nullable Suspect suspect;

    JudgeOffer(Plausibility plausibility, RateSettings settings, Clock clock) {
        this.plausibility = plausibility;
        this.settings = settings;
        this.clock = clock;
    }

    synchronized Verdict judge(Offer offer, Optional<RateTable> lastGood) {
        var fault = plausibility.faultOf(offer);
        if (fault.isPresent()) {
            return new Verdict.Refused(fault.get());
        }
        var table = plausibility.tableOf(offer);
        return lastGood.map(last -> judge(table, last)).orElseGet(() -> believe(table));
    }

    private Verdict judge(RateTable table, RateTable last) {
        if (table.asOf().isBefore(last.asOf())) {
            return new Verdict.Refused("it is from %s, before %s".formatted(table.asOf(), last));
        }
        if (table.asOf().equals(last.asOf())) {
            return new Verdict.Known(table.nextUpdate());
        }
        var jumps = Jumps.between(last, table, settings.jumpFactor());
        if (jumps.cannotBeTrue()) {
            return new Verdict.Refused("%d of %d rates jumped since %s, absurd are %s"
                    .formatted(jumps.moved().size(), jumps.compared(), last, jumps.absurd()));
        }
        return jumps.none() || isConfirmed(table) ? believe(table) : suspect(table, jumps);
    }

    private Verdict believe(RateTable table) {
        suspect = null;
        return new Verdict.Believed(table);
    }

    private Verdict suspect(RateTable table, Jumps jumps) {
        if (!saysTheSameAsTheSuspect(table)) {
            suspect = new Suspect(table, clock.instant());
        }
        return new Verdict.Unconfirmed("%s jumped".formatted(String.join(", ", jumps.moved())));
    }

    private boolean isConfirmed(RateTable table) {
        return suspect != null
                && saysTheSameAsTheSuspect(table)
                && !clock.instant().isBefore(suspect.since().plus(settings.confirmAfter()));
    }

    private boolean saysTheSameAsTheSuspect(RateTable table) {
        return suspect != null
                && Jumps.between(suspect.table(), table, settings.jumpFactor()).none();
    }
}
