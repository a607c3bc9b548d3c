package io.tiktoken.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.gateway.FrontDoorTest.SettableTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountsTests {

    private final SettableTicker ticker = new SettableTicker();
    private final Counts counts = new Counts(new Allowance(10, Duration.ofHours(1)), 1_000, ticker);

    @Test
    void tellsTruthfullyHowLongToWait() {
        for (var number = 0; number < 10; number++) {
            assertThat(counts.take("client")).isZero();
        }

        var wait = counts.take("client");
        assertThat(wait).isEqualTo(Duration.ofMinutes(6));
        ticker.pass(wait.minusNanos(1));
        assertThat(counts.take("client")).isEqualTo(Duration.ofNanos(1));
        ticker.pass(Duration.ofNanos(1));
        assertThat(counts.take("client")).isZero();
    }

    @Test
    void refusalsDoNotMakeTheWaitLonger() {
        for (var number = 0; number < 1_000; number++) {
            counts.take("client");
        }

        ticker.pass(Duration.ofMinutes(6));
        assertThat(counts.take("client")).isZero();
    }

    @Test
    void remembersNoMoreClientsThanItMay() {
        for (var number = 0; number < 100_000; number++) {
            counts.take("client " + number);
        }

        assertThat(counts.remembered()).isLessThanOrEqualTo(1_000);
    }

    @Test
    void forgetsWhomForgettingGivesNothing() {
        for (var number = 0; number < 10; number++) {
            counts.take("client");
        }
        ticker.pass(Duration.ofMinutes(59));
        assertThat(counts.remembered()).isEqualTo(1);

        ticker.pass(Duration.ofMinutes(1));
        assertThat(counts.remembered()).isZero();
    }
}
