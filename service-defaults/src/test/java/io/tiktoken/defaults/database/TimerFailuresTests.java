package io.tiktoken.defaults.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

@ExtendWith(OutputCaptureExtension.class)
class TimerFailuresTests {

    private final ThreadPoolTaskScheduler timers = new ThreadPoolTaskScheduler();

    @BeforeEach
    void start() {
        new SqliteAutoConfiguration().timerFailures().customize(timers);
        timers.initialize();
    }

    @AfterEach
    void stop() {
        timers.shutdown();
    }

    @Test
    void aLockedDatabaseIsWorthAWarning(CapturedOutput log) throws InterruptedException {
        assertThat(failsTwiceWith(new CannotAcquireLockException("locked"))).isTrue();

        assertThat(log.getOut()).contains("will try again: ").contains("locked").doesNotContain("\tat ");
    }

    @Test
    void whateverElseGoesWrongIsToldInFull(CapturedOutput log) throws InterruptedException {
        assertThat(failsTwiceWith(new IllegalStateException("a bug"))).isTrue();

        assertThat(log.getOut())
                .contains("failed unexpectedly")
                .contains("a bug")
                .contains("\tat ");
    }

    private boolean failsTwiceWith(RuntimeException failure) throws InterruptedException {
        var turns = new CountDownLatch(2);
        timers.scheduleWithFixedDelay(
                () -> {
                    turns.countDown();
                    throw failure;
                },
                Duration.ofMillis(1));
        return turns.await(10, TimeUnit.SECONDS);
    }
}
