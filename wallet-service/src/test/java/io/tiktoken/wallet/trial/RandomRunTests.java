package io.tiktoken.wallet.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.proof.ProveLedger;
import io.tiktoken.wallet.reservation.ExpireReservations;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Two thousand runs of two hundred random steps each, side by side through the one writer: every answer is the
 * reference's, and so is every wallet at the end.
 */
@VerbTest
@TestPropertySource(properties = "tiktoken.reservation.sweep-batch=1000") // And a database of its own.
class RandomRunTests {

    private static final int RUNS = 2_000;
    private static final int ROUNDS = 20;
    private static final int STEPS_A_ROUND = 10;
    private static final int AT_ONCE = 128;

    /** How much time passes between two rounds. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(50),
            Duration.ofSeconds(120),
            Duration.ofMinutes(20),
            Duration.ofHours(2),
            Duration.ofHours(26),
            Duration.ofDays(40));

    @Autowired
    RealLedger real;

    @Autowired
    ExpireReservations expireReservations;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @Test
    void theLedgerAnswersAndCountsAsTheReferenceDoes() throws Exception {
        long seed = Long.getLong("runs.seed", new Random().nextLong());
        var began = System.nanoTime();
        var chance = new Random(seed);
        var runs = LongStream.range(0, RUNS)
                .mapToObj(i -> new RandomRun(seed + i, real, clock.instant()))
                .toList();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var round = 0; round < ROUNDS; round++) {
                everyRunGoesOn(runs, threads);
                timePasses(runs, chance);
            }
        }
        runs.forEach(this::compareWallets);
        var steps = runs.stream().mapToInt(RandomRun::steps).sum();
        System.out.printf(
                "%d runs, %d steps in %d s; seed %d%n", RUNS, steps, (System.nanoTime() - began) / 1_000_000_000, seed);
        assertThat(steps).isEqualTo(RUNS * ROUNDS * STEPS_A_ROUND);
        assertThat(proveLedger.prove().holds()).isTrue();
    }

    private static void everyRunGoesOn(List<RandomRun> runs, ExecutorService threads) throws Exception {
        var all = runs.stream()
                .<Callable<Void>>map(run -> () -> run.go(STEPS_A_ROUND))
                .toList();
        for (var one : threads.invokeAll(all)) {
            one.get();
        }
    }

    /** Sometimes the sweep is late, so that commands come past their reservation's time. */
    private void timePasses(List<RandomRun> runs, Random chance) {
        clock.advance(PAUSES.get(chance.nextInt(PAUSES.size())));
        var swept = chance.nextBoolean();
        while (swept && expireReservations.expire() > 0) {
            // Batch after batch, until nothing is overdue.
        }
        runs.forEach(run -> run.timeIs(clock.instant(), swept));
    }

    private void compareWallets(RandomRun run) {
        for (var person : run.people()) {
            var wallet = wallets.of(person);
            var reference = run.reference();
            if (wallet.balance().amount() != reference.balance(person)
                    || wallet.reserved().amount() != reference.reserved(person)) {
                throw new AssertionError(run.story("%s, expected %d with %d reserved"
                        .formatted(wallet, reference.balance(person), reference.reserved(person))));
            }
        }
    }
}
