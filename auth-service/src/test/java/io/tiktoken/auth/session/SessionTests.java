package io.tiktoken.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SessionTests {

    static final SessionSettings SETTINGS = new SessionSettings(Duration.ofHours(24), Duration.ofDays(30), 20);

    static Stream<Arguments> ages() {
        var day = Duration.ofDays(1);
        var month = Duration.ofDays(30);
        var moment = Duration.ofMillis(1);
        return Stream.of(
                arguments(Duration.ZERO, Duration.ZERO, false),
                arguments(day.minus(moment), day.minus(moment), false),
                arguments(day, day, true),
                arguments(month.minus(moment), Duration.ZERO, false),
                arguments(month, Duration.ZERO, true));
    }

    @ParameterizedTest(name = "opened {0} ago and used {1} ago: over is {2}")
    @MethodSource("ages")
    void isOverWhenUnusedForADayOrAMonthOld(Duration openedAgo, Duration usedAgo, boolean over) {
        var now = SettableClock.NEW_YEAR;
        var session = new Session(
                new SessionId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                false,
                now.minus(openedAgo),
                now.minus(usedAgo));

        assertThat(session.isOver(now, SETTINGS)).isEqualTo(over);
    }
}
