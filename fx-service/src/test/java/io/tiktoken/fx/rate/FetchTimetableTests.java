package io.tiktoken.fx.rate;

import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static io.tiktoken.fx.rate.RateFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchTimetableTests {

    private static final Duration JITTER = Duration.ofMinutes(5);
    private static final RefreshSettings SETTINGS = new RefreshSettings(
            Duration.ofMinutes(1), Duration.ofHours(25), JITTER, Duration.ofMinutes(1), Duration.ofMinutes(30));

    private final SettableClock clock = new SettableClock(NOON);
    private final FetchTimetable timetable = new FetchTimetable(SETTINGS, clock, new Random());

    @RepeatedTest(20)
    void asksAgainAfterTheAnnouncedUpdateWithSomeJitter() {
        var announced = NOON.plus(Duration.ofHours(9));

        assertThat(timetable.afterAnswer(announced)).isBetween(announced, announced.plus(JITTER));
    }

    @ParameterizedTest(name = "an update announced in {0} is fetched in {1} to {2}")
    @CsvSource({"PT0.001S, PT1M, PT5M1S", "PT24H58M, PT24H58M, PT25H", "PT8760H, PT25H, PT25H"})
    void keepsToItsOwnBoundsWhateverIsAnnounced(Duration announced, Duration soonest, Duration latest) {
        for (var i = 0; i < 50; i++) {
            assertThat(timetable.afterAnswer(NOON.plus(announced))).isBetween(NOON.plus(soonest), NOON.plus(latest));
        }
    }

    @Test
    void backsOffAfterFailuresUpToACap() {
        for (var minutes : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            assertThat(minutesUntil(timetable.afterFailure())).isBetween(minutes * 1_000L, minutes * 1_200L);
        }
        for (var i = 0; i < 100; i++) {
            assertThat(minutesUntil(timetable.afterFailure())).isBetween(30_000L, 36_000L);
        }
    }

    @Test
    void anAnswerEndsTheBackingOff() {
        timetable.afterFailure();
        timetable.afterFailure();
        timetable.afterAnswer(NOON.plus(Duration.ofHours(1)));

        assertThat(minutesUntil(timetable.afterFailure())).isBetween(1_000L, 1_200L);
    }

    /** Otherwise a provider that is stuck would be asked every minute. */
    @Test
    void anUpdateThatIsOverdueCountsAsAFailure() {
        timetable.afterAnswer(NOON);
        timetable.afterAnswer(NOON);

        assertThat(minutesUntil(timetable.afterAnswer(NOON))).isBetween(4_000L, 4_800L);
    }

    @Test
    void theFirstFetchIsNowUnlessTheStoredTableIsNotYetDue() {
        assertThat(timetable.first(Optional.empty())).isEqualTo(NOON);
        assertThat(timetable.first(Optional.of(table(NOON.minus(Duration.ofDays(1))))))
                .isEqualTo(NOON);
        assertThat(timetable.first(Optional.of(table(NOON.minus(Duration.ofHours(1))))))
                .isBetween(
                        NOON.plus(Duration.ofHours(23)),
                        NOON.plus(Duration.ofHours(23)).plus(JITTER));
    }

    @Test
    void tellsHowLongToWait() {
        assertThat(timetable.untilNextFetch()).as("nobody fetches").isEqualTo(Duration.ofHours(1));

        timetable.afterAnswer(NOON.plus(Duration.ofHours(2)));
        assertThat(timetable.untilNextFetch())
                .isBetween(Duration.ofHours(2), Duration.ofHours(2).plus(JITTER));

        clock.advance(Duration.ofHours(3));
        assertThat(timetable.untilNextFetch()).as("overdue").isEqualTo(Duration.ofMinutes(1));
    }

    /** In thousandths of a minute. */
    private long minutesUntil(Instant next) {
        return Duration.between(clock.instant(), next).toMillis() / 60;
    }
}
