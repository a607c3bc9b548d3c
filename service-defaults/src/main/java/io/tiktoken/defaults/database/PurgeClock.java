package io.tiktoken.defaults.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.tiktoken.defaults.runtime.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time by which purges tell what is old. It is never ahead of the system's clock, and goes on only by as much as
 * has passed while the service runs: so a system clock that leaps forward makes nothing old, and nothing is deleted
 * that would be missed when it is put right.
 *
 * <p>How far it has come is stored with every purge and taken up again after a restart. After a standstill it is
 * therefore behind, and catches up at double speed in as much time as the standstill took; until then, what is old is
 * merely kept for longer.
 */
public final class PurgeClock {

    private static final Logger log = LoggerFactory.getLogger(PurgeClock.class);

    private static final Duration WORTH_A_WARNING = Duration.ofHours(1);
    private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);

    private final SingleWriter writer;
    private final JdbcClient jdbc;
    private final Clock system;
    private final MonotonicClock monotonic;

    private Instant reached;
    private Duration behind;
    private long lookedAt;
    private @Nullable Long warnedAt;

    PurgeClock(SingleWriter writer, JdbcClient jdbc, Clock system, MonotonicClock monotonic, MeterRegistry meters) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.system = system;
        this.monotonic = monotonic;
        var now = system.instant();
        this.reached = stored(jdbc).orElse(now);
        this.behind = now.isAfter(reached) ? Duration.between(reached, now) : Duration.ZERO;
        this.lookedAt = monotonic.nanos();
        TimeGauge.builder("tiktoken.purge.lag", this, TimeUnit.SECONDS, PurgeClock::secondsBehind)
                .description("How far the system's clock is ahead of the time by which purges tell what is old")
                .register(meters);
    }

    /** What time it is for purges. */
    public synchronized Instant instant() {
        var now = system.instant();
        advanceTowards(now);
        return now.isBefore(reached) ? now : reached;
    }

    /** What time it is for a purge that begins now; after a restart it goes on from there. */
    public Instant recorded() {
        var now = instant();
        warnWhenFarBehind();
        writer.run(this::store);
        return now;
    }

    /** Never back: when a system's clock that was set back is put right again, this one goes on from where it was. */
    private void advanceTowards(Instant now) {
        var nanos = monotonic.nanos();
        var passed = Duration.ofNanos(nanos - lookedAt);
        var possible = reached.plus(passed).plus(behind.compareTo(passed) < 0 ? behind : passed);
        var next = now.isBefore(possible) ? now : possible;
        reached = next.isAfter(reached) ? next : reached;
        behind = now.isAfter(reached) ? Duration.between(reached, now) : Duration.ZERO;
        lookedAt = nanos;
    }

    private synchronized long secondsBehind() {
        advanceTowards(system.instant());
        return behind.toSeconds();
    }

    private synchronized void warnWhenFarBehind() {
        var warnedLately = warnedAt != null && lookedAt - warnedAt < BETWEEN_WARNINGS.toNanos();
        if (behind.compareTo(WORTH_A_WARNING) <= 0 || warnedLately) {
            return;
        }
        warnedAt = lookedAt;
        log.warn(
                "The system's clock is {} ahead of the time that has passed here. After a standstill that is right; if"
                        + " there was none, set the clock. Until they have caught up, purges go by {}.",
                behind,
                reached);
    }

    private synchronized void store() {
        jdbc.sql("""
                        INSERT INTO purge_clock (only_row, reached) VALUES (1, ?)
                        ON CONFLICT (only_row) DO UPDATE SET reached = excluded.reached
                        """).param(reached.toEpochMilli()).update();
    }

    private static Optional<Instant> stored(JdbcClient jdbc) {
        return jdbc.sql("SELECT reached FROM purge_clock")
                .query(Long.class)
                .optional()
                .map(Instant::ofEpochMilli);
    }
}
