package io.tiktoken.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTests {

    final Turns<String> turns = new Turns<>();

    @Test
    void oneAfterTheOtherHasItsTurn() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();

        Callable<Optional<Integer>> call = () -> turns.take("alice", () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            return now.decrementAndGet();
        });

        var answers = atOnce(Collections.nCopies(Turns.LONGEST_LINE, call));

        assertThat(answers).allMatch(Optional::isPresent);
        assertThat(most).hasValue(1);
        assertThat(turns.lines()).isZero();
    }

    @Test
    void nobodyWaitsForSomebodyElse() {
        var inside =
                turns.take("alice", () -> turns.take("bob", () -> "at once").orElse("never"));

        assertThat(inside).contains("at once");
    }

    @Test
    void whoFindsTheLineFullIsSentAwayAtOnce() throws Exception {
        var sentAway = new CountDownLatch(10);
        Callable<Optional<String>> waiting = () -> turns.take("alice", () -> waitFor(sentAway));
        Callable<Optional<String>> late = () -> {
            try {
                return turns.take("alice", () -> "served");
            } finally {
                sentAway.countDown();
            }
        };

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var served = Stream.generate(() -> crowd.submit(waiting))
                    .limit(Turns.LONGEST_LINE)
                    .toList();
            while (turns.freePlaces("alice") > 0) {
                Thread.onSpinWait();
            }
            var refused = crowd.invokeAll(Collections.nCopies(10, late));

            assertThat(refused).extracting(Future::resultNow).containsOnly(Optional.empty());
            for (var answer : served) {
                assertThat(answer.get()).contains("served");
            }
        }
        assertThat(turns.lines()).isZero();
    }

    @Test
    void whoFailsMakesWayForTheNext() {
        assertThatThrownBy(() -> turns.take("alice", () -> {
                    throw new IllegalStateException("failed");
                }))
                .hasMessage("failed");

        assertThat(turns.take("alice", () -> "served")).contains("served");
        assertThat(turns.lines()).isZero();
    }

    @Test
    void whoseTurnDoesNotComeInTimeIsSentAway() {
        var answer = turns.take("alice", () -> {
            try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
                return other.submit(() -> turns.take("alice", () -> "served")).get();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(answer).contains(Optional.empty());
    }

    private static String waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return "served";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException {
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            return crowd.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}
