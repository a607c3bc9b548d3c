package io.tiktoken.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeathsTests {

    private static final long NOW = 1_795_749_706_686L;
    private static final Duration SHORT = Duration.ofMinutes(5).minusMillis(1);

    @ParameterizedTest(name = "after {0} deaths in a row the pause is {1} s")
    @CsvSource({"1, 1", "2, 2", "3, 4", "6, 32", "7, 60", "8, 60", "100, 60", "2000000000, 60"})
    void waitsTwiceAsLongEachTimeUpToAMinute(int inARow, int seconds) {
        assertThat(Deaths.pause(inARow)).hasSeconds(seconds);
    }

    @Test
    void countsDeathsInARow() {
        var first = Deaths.after(Optional.empty(), SHORT, NOW);
        var second = Deaths.after(Optional.of(first), SHORT, NOW);

        assertThat(first).isEqualTo(new Deaths(1, NOW + 1_000));
        assertThat(second).isEqualTo(new Deaths(2, NOW + 2_000));
    }

    @Test
    void beginsAnewAfterALongLife() {
        var earlier = Optional.of(new Deaths(7, NOW));

        assertThat(Deaths.after(earlier, Duration.ofMinutes(5), NOW)).isEqualTo(new Deaths(1, NOW + 1_000));
        assertThat(Deaths.after(earlier, SHORT, NOW)).isEqualTo(new Deaths(8, NOW + 60_000));
    }

    @Test
    void aClockThatIsSetBackDelaysNobodyForLong() {
        var deaths = new Deaths(3, NOW + 4_000);

        assertThat(deaths.isDue(NOW + 3_999)).isFalse();
        assertThat(deaths.isDue(NOW + 4_000)).isTrue();
        assertThat(deaths.isDue(NOW - Duration.ofHours(1).toMillis())).isTrue();
    }

    @Test
    void othersCanReadThem(@TempDir Path home) {
        var places = new Places(home, home);
        places.make();

        new Deaths(3, NOW).write(Service.FX, places);

        assertThat(Deaths.of(Service.FX, places)).contains(new Deaths(3, NOW));
        Deaths.forget(Service.FX, places);
        assertThat(Deaths.of(Service.FX, places)).isEmpty();
    }
}
