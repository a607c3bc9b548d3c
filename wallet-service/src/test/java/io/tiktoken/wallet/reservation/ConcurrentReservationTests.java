package io.tiktoken.wallet.reservation;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallet;
import io.tiktoken.wallet.proof.ProveLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many at once for the same money. */
@VerbTest
class ConcurrentReservationTests {

    private static final int MANY = 32;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    ExpireReservations expireReservations;

    @Autowired
    RefundPurchase refundPurchase;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @RepeatedTest(10)
    void oneOfManyGetsTheMoneyThatIsThereOnce() {
        var alice = wallets.someoneWith("10.00");

        var outcomes = atOnce(_ -> reserve(request(alice, "10.00")));

        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(new Outcome.Refused(Refusal.INSUFFICIENT_FUNDS)::equals)
                .hasSize(MANY - 1);
        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("10.00"), ttk("10.00")));
    }

    @Test
    void oneCommandSentManyTimesAtOnceHasOneEffectAndOneAnswer() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "10.00");

        assertThat(atOnce(_ -> reserve(request))).allMatch(Outcome.Done.class::isInstance);
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("10.00"));

        assertThat(atOnce(_ -> settleReservation.commit(request.id()))).allMatch(Outcome.Done.class::isInstance);
        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("90.00"), ttk("0.00")));
    }

    @RepeatedTest(5)
    void ofCommitReleaseAndSweepExactlyOneWinsAndTheOthersAreToldWhich() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "10.00");
        reserve(request);
        clock.advance(request.expiresIn());

        atOnce(i -> switch (i % 3) {
            case 0 -> settleReservation.commit(request.id());
            case 1 -> settleReservation.release(request.id());
            default -> expireReservations.expire();
        });

        var committed = settleReservation.commit(request.id()) instanceof Outcome.Done;
        assertThat(wallets.of(alice))
                .isEqualTo(new Wallet(new OwnerId(alice), committed ? ttk("90.00") : ttk("100.00"), ttk("0.00")));
        assertThat(proveLedger.prove().holds()).isTrue();
    }

    @Test
    void manyRefundsOfOnePurchaseGiveBackWhatWasPaidAndNoMore() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "10.00");
        reserve(request);
        settleReservation.commit(request.id());

        var outcomes = atOnce(
                _ -> refundPurchase.refund(new RefundPurchase.Request(UUID.randomUUID(), request.id(), ttk("4.00"))));

        assertThat(outcomes).filteredOn(RefundPurchase.Outcome.REFUNDED::equals).hasSize(2);
        assertThat(outcomes)
                .filteredOn(RefundPurchase.Outcome.EXCEEDS_COMMITTED::equals)
                .hasSize(MANY - 2);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("98.00"));
        assertThat(wallets.of(request.payee().value()).balance()).isEqualTo(ttk("2.00"));
    }

    private Outcome reserve(ReserveFunds.Request request) {
        return reserveFunds.reserve(
                request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
    }

    private static ReserveFunds.Request request(UUID customer, String amount) {
        return new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(UUID.randomUUID()),
                ttk(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
    }

    private static <T> List<T> atOnce(IntFunction<T> action) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            var running = IntStream.range(0, MANY)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> {
                        start.await();
                        return action.apply(i);
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
