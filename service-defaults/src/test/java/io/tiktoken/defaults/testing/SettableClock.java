package io.tiktoken.defaults.testing;

import io.tiktoken.defaults.runtime.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when a test moves it: because time passes, or because somebody has set it wrong. */
public final class SettableClock extends Clock implements MonotonicClock {

    public static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now;
    private final AtomicLong passed = new AtomicLong();

    public SettableClock() {
        this(NEW_YEAR);
    }

    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** Lets so much time pass. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
        passed.addAndGet(duration.toNanos());
    }

    /** Lets time pass until then; if that is over already, the clock is just set back. */
    public void set(Instant instant) {
        var before = now.getAndSet(instant);
        passed.addAndGet(Math.max(0, Duration.between(before, instant).toNanos()));
    }

    /** Sets it forward, or back, although no time has passed. */
    public void leap(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public long nanos() {
        return passed.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Everything here is in UTC");
    }
}
