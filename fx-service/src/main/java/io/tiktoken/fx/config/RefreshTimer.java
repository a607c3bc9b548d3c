package io.tiktoken.fx.config;

import io.tiktoken.fx.rate.FetchTimetable;
import io.tiktoken.fx.rate.RefreshRates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Lets the rates be refreshed whenever the timetable says so, on a thread of its own, once the service is up. */
@Component
class RefreshTimer {

    private static final Logger log = LoggerFactory.getLogger(RefreshTimer.class);

    private final boolean fetch;
    private final RefreshRates refreshRates;
    private final FetchTimetable timetable;
    private final TaskScheduler scheduler;
    private final Clock clock;

    /** @param fetch false where nothing may be asked of the outside */
    RefreshTimer(
            @Value("${tiktoken.fx.fetch}") boolean fetch,
            RefreshRates refreshRates,
            FetchTimetable timetable,
            TaskScheduler scheduler,
            Clock clock) {
        this.fetch = fetch;
        this.refreshRates = refreshRates;
        this.timetable = timetable;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!fetch) {
            log.info("Exchange rates: {}; fetching new ones is switched off", refreshRates.whatServes());
            return;
        }
        var first = refreshRates.begin();
        log.info("Exchange rates: {}; the providers are asked at {}", refreshRates.whatServes(), first);
        schedule(first);
    }

    private void refresh() {
        try {
            refreshRates.refresh();
        } catch (Throwable unexpected) {
            log.error(
                    "The rates could not be refreshed; this is tried again at {}",
                    timetable.afterFailure(),
                    unexpected);
        } finally {
            // Each round plans the next: one that ended in an error must not be the last.
            schedule(timetable.next().orElseThrow());
        }
    }

    /** As a delay, because the scheduler may look at another clock. */
    private void schedule(Instant next) {
        var delay = Duration.between(clock.instant(), next);
        var _ = scheduler.schedule(this::refresh, scheduler.getClock().instant().plus(delay));
    }
}
