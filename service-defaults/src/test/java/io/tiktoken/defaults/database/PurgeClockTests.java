package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is old is told by the time that has passed, whatever the system's clock is set to. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class PurgeClockTests {

    private static final Instant START = SettableClock.NEW_YEAR;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TOLD = "set the clock";
    private static final Duration YEAR = Duration.ofDays(400);

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    private final SettableClock system = new SettableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private PurgeClock clock;

    @BeforeEach
    void aServiceThatNeverRanBefore() {
        writer.run(() -> jdbc.sql("DELETE FROM purge_clock").update());
        clock = restarted();
    }

    @Test
    void goesWithTheSystemsClock() {
        assertThat(clock.instant()).isEqualTo(START);
        system.advance(YEAR);
        assertThat(clock.instant()).isEqualTo(START.plus(YEAR));
        assertThat(lag()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT9600H"})
    void aLeapForwardTakesItNowhere(Duration leap) {
        system.leap(leap);

        assertThat(clock.instant()).isEqualTo(START);
        assertThat(lag()).isEqualTo(leap.toSeconds());

        system.leap(leap.negated());
        system.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR));
        assertThat(lag()).isZero();
    }

    @Test
    void catchesUpAtDoubleSpeedIfTheClockWasRight() {
        system.leap(Duration.ofDays(30));
        clock.instant();

        system.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR.multipliedBy(2)));
        system.advance(Duration.ofDays(30).minus(HOUR));
        assertThat(clock.instant()).isEqualTo(system.instant());
        system.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(system.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT9600H"})
    void followsAClockThatIsSetBackAndForgetsNothingOfWhereItWas(Duration back) {
        system.leap(back.negated());
        assertThat(clock.instant()).isEqualTo(START.minus(back));
        system.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(START.minus(back).plus(HOUR));

        system.leap(back);

        assertThat(clock.instant()).isEqualTo(START);
        system.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(START.plus(HOUR).plus(HOUR));
    }

    @Test
    void aRestartWithAWrongClockTakesItNowhereEither() {
        system.advance(HOUR);
        clock.recorded();

        system.leap(YEAR);
        assertThat(restarted().instant()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void aRestartInsideALeapGoesOnFromWhatHadPassed() {
        system.leap(YEAR);
        system.advance(HOUR);
        clock.recorded();

        assertThat(restarted().instant()).isEqualTo(START.plus(HOUR));
    }

    @Test
    void howRarelyAnybodyLooksDoesNotMatter() {
        system.advance(YEAR);
        system.leap(YEAR);

        assertThat(clock.instant()).isEqualTo(START.plus(YEAR));
    }

    @Test
    void anOperatorIsToldOnceAnHour(CapturedOutput output) {
        system.leap(HOUR);
        clock.recorded();
        assertThat(output).doesNotContain(TOLD);

        system.leap(YEAR);
        clock.recorded();
        clock.recorded();
        system.advance(HOUR.minusMillis(1));
        clock.recorded();
        assertThat(output.toString().split(TOLD, -1)).hasSize(2);

        system.advance(Duration.ofMillis(1));
        clock.recorded();
        assertThat(output.toString().split(TOLD, -1)).hasSize(3);
    }

    private PurgeClock restarted() {
        return new PurgeClock(writer, jdbc, system, system, meters);
    }

    private long lag() {
        return (long) meters.get("tiktoken.purge.lag").timeGauge().value();
    }
}
