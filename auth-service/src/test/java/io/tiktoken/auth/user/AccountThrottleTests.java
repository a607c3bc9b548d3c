package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.user.AccountThrottle.Guess;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountThrottleTests {

    static final String RIGHT = "right";
    static final String WRONG = "wrong";

    final SettableClock clock = new SettableClock();
    final AccountThrottle throttle = new AccountThrottle(new AccountThrottleSettings(5, Duration.ofMinutes(1)), clock);

    @Test
    void afterFiveWrongGuessesOneMoreComesBackEveryTwelveSeconds() {
        for (var i = 0; i < 5; i++) {
            assertThat(guess("alice", WRONG)).isEqualTo(WRONG);
        }
        assertThat(guess("alice", RIGHT)).isEqualTo("wait PT12S");

        clock.advance(Duration.ofSeconds(12).minusMillis(1));
        assertThat(guess("alice", RIGHT)).isEqualTo("wait PT0.001S");

        clock.advance(Duration.ofMillis(1));
        assertThat(guess("alice", WRONG)).isEqualTo(WRONG);
        assertThat(guess("alice", RIGHT)).startsWith("wait");
    }

    @Test
    void whoeverGuessesRightMayDoSoAsOftenAsTheyLike() {
        for (var i = 0; i < 100; i++) {
            assertThat(guess("alice", RIGHT)).isEqualTo(RIGHT);
        }
    }

    @Test
    void manyRightOnesAtOnceAreAllRight() throws Exception {
        Callable<String> call = () -> throttle.<String>attempt(
                Guess.PASSWORD,
                "alice",
                () -> {
                    LockSupport.parkNanos(1_000_000); // Comparing takes its time.
                    return RIGHT;
                },
                WRONG::equals,
                wait -> "wait " + wait);

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(crowd.invokeAll(Collections.nCopies(12, call)))
                    .extracting(Future::resultNow)
                    .containsOnly(RIGHT);
        }
    }

    @Test
    void howTheNameIsWrittenMakesNoDifference() {
        for (var name : new String[] {"alice", "Alice", "ALICE", "aLICE", "alicE"}) {
            guess(name, WRONG);
        }

        assertThat(guess("alicE", RIGHT)).startsWith("wait");
        assertThat(guess("bob", RIGHT)).isEqualTo(RIGHT);
    }

    @Test
    void aForgottenPasswordDoesNotKeepFromRecovering() {
        for (var i = 0; i < 5; i++) {
            guess("alice", WRONG);
        }

        assertThat(throttle.<String>attempt(
                        Guess.RECOVERY_CODE, "alice", () -> RIGHT, WRONG::equals, Duration::toString))
                .isEqualTo(RIGHT);
    }

    @Test
    void ofManyGuessesAtOnceFiveAreMade() throws Exception {
        var everybodyIsHere = new CountDownLatch(200);
        var guesses = IntStream.range(0, 200)
                .<Callable<String>>mapToObj(_ -> () -> {
                    everybodyIsHere.countDown();
                    everybodyIsHere.await();
                    return guess("alice", WRONG);
                })
                .toList();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd.invokeAll(guesses).stream().map(answer -> answer.resultNow());

            assertThat(answers.filter(WRONG::equals)).hasSize(5);
        }
    }

    @Test
    void aGuessThatWasNeverComparedDoesNotCount() {
        for (var i = 0; i < 10; i++) {
            assertThatThrownBy(() -> throttle.<String>attempt(
                            Guess.PASSWORD,
                            "alice",
                            () -> {
                                throw new PasswordsBusyException();
                            },
                            WRONG::equals,
                            Duration::toString))
                    .isInstanceOf(PasswordsBusyException.class);
        }
    }

    private String guess(String name, String outcome) {
        return throttle.<String>attempt(Guess.PASSWORD, name, () -> outcome, WRONG::equals, wait -> "wait " + wait);
    }
}
