package io.tiktoken.wallet.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.Journal;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is shown before, while and after everything is checked. */
@VerbTest
@Timeout(60)
class LatestProofTests {

    @Autowired
    JournalReader journalReader;

    @Autowired
    AccountReader accounts;

    @Autowired
    ReservationReader reservations;

    @Autowired
    CompareAnchor compareAnchor;

    @Autowired
    ProveOnwards proveOnwards;

    @Autowired
    Journal journal;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    private final ProofSettings settings =
            new ProofSettings(Duration.ofMinutes(1), Duration.ofDays(1), Duration.ZERO, Duration.ZERO, 0, 2);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private FullChecks fullChecks;
    private LatestProof latestProof;

    /** A full check that ends when the test wants it to. */
    @BeforeEach
    void aSlowFullCheck() {
        var slow = new ProveLedger(journalReader, accounts, reservations, compareAnchor, settings, clock) {

            @Override
            FullCheck prove(FullCheck begun, Consumer<FullCheck> progress) {
                var done = super.prove(begun, progress);
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new CancellationException("stopped");
                }
                return switch (failure.get()) {
                    case null -> done;
                    case Error error -> throw error;
                    case RuntimeException exception -> throw exception;
                    case Throwable other -> throw new IllegalStateException(other);
                };
            }
        };
        fullChecks = new FullChecks(slow, clock);
        latestProof = new LatestProof(fullChecks, proveOnwards, compareAnchor, settings, _ -> {}, clock);
        wallets.someoneWith("1.00");
        wallets.someoneWith("2.00");
    }

    @Test
    void saysThatItDoesNotKnowYetWhileTheFirstFullCheckGoesOn() {
        fullChecks.request();

        var proof = latestProof.get();

        assertThat(proof.verdict()).isEqualTo(Proof.Verdict.NOT_YET);
        assertThat(proof.fullCheck()).isNull();
        assertThat(proof.running()).isNotNull();
        mayEnd.countDown();
    }

    @Test
    void goesOnFromTheFullCheckToWhatIsNew() {
        fullChecks.request();
        mayEnd.countDown();
        fullChecks.awaitFirst(Duration.ofSeconds(30));
        var first = latestProof.get();
        assertThat(first.verdict()).isEqualTo(Proof.Verdict.HOLDS);

        wallets.someoneWith("3.00");
        var second = latestProof.get();

        assertThat(second.verdict()).isEqualTo(Proof.Verdict.HOLDS);
        assertThat(second.findings().head())
                .isEqualTo(journal.head())
                .isNotEqualTo(first.findings().head());
        assertThat(second.fullCheck()).isEqualTo(first.fullCheck());
    }

    @Test
    void oneFullCheckGoesOnAtATime() {
        var one = fullChecks.request();

        assertThat(fullChecks.request().startedAt()).isEqualTo(one.startedAt());
        assertThat(fullChecks.running()).isPresent();
        mayEnd.countDown();
        fullChecks.awaitFirst(Duration.ofSeconds(30));
        assertThat(fullChecks.ended())
                .hasValueSatisfying(check -> assertThat(check.holds()).isTrue());
    }

    static Stream<Throwable> failures() {
        return Stream.of(new IllegalStateException("The disk is gone"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatCouldNotBeFinishedIsNotKnown(Throwable thrown) {
        failure.set(thrown);
        fullChecks.request();
        mayEnd.countDown();
        fullChecks.awaitFirst(Duration.ofSeconds(30));

        assertThat(latestProof.get().verdict()).isEqualTo(Proof.Verdict.NOT_YET);
        assertThat(fullChecks.ended())
                .hasValueSatisfying(check -> assertThat(check.failed()).isTrue());
    }
}
