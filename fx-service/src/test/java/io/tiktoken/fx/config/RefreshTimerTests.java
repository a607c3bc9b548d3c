package io.tiktoken.fx.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.rate.FetchTimetable;
import io.tiktoken.fx.rate.RefreshRates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.TaskScheduler;

/** Each round of fetching plans the next one, whatever became of it. */
class RefreshTimerTests {

    private final SettableClock clock = new SettableClock();
    private final RefreshRates refreshRates = mock();
    private final FetchTimetable timetable = mock();
    private final TaskScheduler scheduler = mock();
    private final Deque<Runnable> planned = new ArrayDeque<>();

    @BeforeEach
    void nothingRunsByItself() {
        var soon = clock.instant().plus(Duration.ofMinutes(1));
        when(refreshRates.begin()).thenReturn(soon);
        when(timetable.next()).thenReturn(Optional.of(soon));
        when(timetable.afterFailure()).thenReturn(soon);
        when(scheduler.getClock()).thenReturn(clock);
        when(scheduler.schedule(any(Runnable.class), any(Instant.class))).thenAnswer(call -> {
            planned.add(call.getArgument(0));
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, NoClassDefFoundError.class})
    void aRoundThatEndsInAnErrorIsNotTheLast(Class<? extends Throwable> error) {
        when(refreshRates.refresh()).thenThrow(error).thenReturn(RefreshRates.Outcome.RENEWED);
        new RefreshTimer(true, refreshRates, timetable, scheduler, clock).begin();

        planned.remove().run();
        assertThat(planned).hasSize(1);
        planned.remove().run();
        assertThat(planned).hasSize(1);
    }
}
