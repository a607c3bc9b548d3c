package io.tiktoken.fx.rate;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the table that money is exchanged at now: the last good one, or none when even that is too old. */
@Service
public class CurrentRates {

    /** What may be found. */
    public sealed interface Outcome {

        record Serving(RateTable table, boolean stale) implements Outcome {}

        /**
         * There are none, or they are too old.
         *
         * @param retryAfter until the providers have been asked again
         */
        record Unavailable(Duration retryAfter) implements Outcome {}
    }

    private final RateTables tables;
    private final RateSettings settings;
    private final FetchTimetable timetable;
    private final Clock clock;

    CurrentRates(RateTables tables, RateSettings settings, FetchTimetable timetable, Clock clock) {
        this.tables = tables;
        this.settings = settings;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Outcome find() {
        var now = clock.instant();
        return tables.latest()
                .filter(table -> settings.mayServe(table, now))
                .<Outcome>map(table -> new Outcome.Serving(table, settings.isStale(table, now)))
                .orElseGet(() -> new Outcome.Unavailable(timetable.untilNextFetch()));
    }
}
