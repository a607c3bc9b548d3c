package io.tiktoken.fx.rate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When the providers are asked next: after the next update that they have announced, or, when they failed,
 * soon and then ever more rarely.
 */
@Component
public class FetchTimetable {

    /** What callers are told when nobody fetches at all: an operator has to act, which takes its time. */
    private static final Duration WITHOUT_FETCHING = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 20;

    private final RefreshSettings settings;
    private final Clock clock;
    private final RandomGenerator random;

    private int failuresInARow;
    private volatile @Nullable Instant next;

    FetchTimetable(RefreshSettings settings, Clock clock, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(next);
    }

    Duration untilNextFetch() {
        return next().map(planned -> Duration.between(clock.instant(), planned))
                .map(wait -> wait.compareTo(settings.soonest()) < 0 ? settings.soonest() : wait)
                .orElse(WITHOUT_FETCHING);
    }

    /** At once, unless a start or two ago somebody fetched a table that is not due for replacement. */
    synchronized Instant first(Optional<RateTable> latest) {
        var now = clock.instant();
        return latest.map(RateTable::nextUpdate)
                .filter(now::isBefore)
                .map(this::afterAnswer)
                .orElseGet(() -> plan(now));
    }

    /** A provider that announces an update and does not deliver it is treated like one that failed. */
    synchronized Instant afterAnswer(Instant nextUpdate) {
        var now = clock.instant();
        if (!nextUpdate.isAfter(now)) {
            return afterFailure();
        }
        failuresInARow = 0;
        return plan(bounded(now, nextUpdate.plus(upTo(settings.jitter()))));
    }

    public synchronized Instant afterFailure() {
        var doubled = settings.firstRetry().multipliedBy(1L << Math.min(failuresInARow, MOST_DOUBLINGS));
        failuresInARow++;
        var wait = doubled.compareTo(settings.longestRetry()) < 0 ? doubled : settings.longestRetry();
        return plan(clock.instant().plus(wait).plus(upTo(wait.dividedBy(5))));
    }

    synchronized Instant forConfirmation(Duration wait) {
        return plan(clock.instant().plus(wait).plus(upTo(settings.jitter())));
    }

    private Instant plan(Instant when) {
        next = when;
        return when;
    }

    private Instant bounded(Instant now, Instant wanted) {
        var soonest = now.plus(settings.soonest());
        var latest = now.plus(settings.latest());
        if (wanted.isBefore(soonest)) {
            return soonest;
        }
        return wanted.isAfter(latest) ? latest : wanted;
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis() + 1));
    }
}
