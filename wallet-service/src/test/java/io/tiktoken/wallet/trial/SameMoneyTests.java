package io.tiktoken.wallet.trial;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.proof.ProveLedger;
import io.tiktoken.wallet.trial.ReferenceLedger.Approval;
import io.tiktoken.wallet.trial.ReferenceLedger.Purchase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A thousand times, thirty-two at once try to spend the same money, by sending it and by buying with it. */
@VerbTest
@TestPropertySource(properties = "tiktoken.reservation.sweep-batch=999") // And a database of its own.
class SameMoneyTests {

    private static final int ROUNDS = 1_000;
    private static final int AT_ONCE = 32;

    @Autowired
    RealLedger real;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @Test
    void exactlyOneOfThirtyTwoGetsIt() throws Exception {
        var sent = 0;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var round = 0; round < ROUNDS; round++) {
                sent += roundIsWonBySending(threads) ? 1 : 0;
            }
        }
        System.out.printf("%d rounds of %d: %d won by sending, %d by buying%n", ROUNDS, AT_ONCE, sent, ROUNDS - sent);
        assertThat(sent).as("both kinds can win").isBetween(1, ROUNDS - 1);
        assertThat(proveLedger.prove().holds()).isTrue();
    }

    private boolean roundIsWonBySending(ExecutorService threads) throws Exception {
        var alice = wallets.someoneWith("10.00");
        var bob = UUID.randomUUID();
        var start = new CyclicBarrier(AT_ONCE);
        var attempts = IntStream.range(0, AT_ONCE)
                .<Callable<String>>mapToObj(i -> () -> {
                    start.await();
                    return i % 2 == 0 ? send(alice, bob) : buy(alice, bob);
                })
                .toList();

        var answers =
                threads.invokeAll(attempts).stream().map(Future::resultNow).toList();

        assertThat(answers).filteredOn(answer -> answer.startsWith("done")).hasSize(1);
        assertThat(Collections.frequency(answers, "insufficient_funds")).isEqualTo(AT_ONCE - 1);
        var wonBySending = answers.contains("done");
        assertThat(List.of(
                        wallets.of(alice).balance(),
                        wallets.of(alice).reserved(),
                        wallets.of(bob).balance()))
                .isEqualTo(
                        wonBySending
                                ? List.of(ttk("0.00"), ttk("0.00"), ttk("10.00"))
                                : List.of(ttk("10.00"), ttk("10.00"), ttk("0.00")));
        return wonBySending;
    }

    private String send(UUID from, UUID to) {
        return real.transfer(approval(), from, to, 10_00);
    }

    private String buy(UUID customer, UUID merchant) {
        var purchase =
                new Purchase(UUID.randomUUID(), customer, merchant, 10_00, UUID.randomUUID(), Duration.ofMinutes(15));
        return real.reserve(purchase, approval());
    }

    private Approval approval() {
        return new Approval(UUID.randomUUID(), clock.instant().plusSeconds(120));
    }
}
