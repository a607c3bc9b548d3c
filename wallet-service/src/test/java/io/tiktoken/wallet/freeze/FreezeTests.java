package io.tiktoken.wallet.freeze;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.FakeQuotes;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallet;
import io.tiktoken.wallet.proof.ProveLedger;
import io.tiktoken.wallet.reservation.ExpireReservations;
import io.tiktoken.wallet.reservation.Outcome.Done;
import io.tiktoken.wallet.reservation.Outcome.Refused;
import io.tiktoken.wallet.reservation.RefundPurchase;
import io.tiktoken.wallet.reservation.Refusal;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import io.tiktoken.wallet.topup.Failure;
import io.tiktoken.wallet.topup.Quote;
import io.tiktoken.wallet.topup.ResumeTopUp;
import io.tiktoken.wallet.topup.StartTopUp;
import io.tiktoken.wallet.topup.TopUp;
import io.tiktoken.wallet.topup.TopUpId;
import io.tiktoken.wallet.transfer.SendTransfer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class FreezeTests {

    private static final Administrator ADMINISTRATOR = new Administrator(UUID.randomUUID(), "alice");
    private static final Reason REASON = new Reason("an enquiry is under way");
    private static final Money TWENTY_DOLLARS = Money.of("20.00", "SGD");

    @Autowired
    FreezeWallet freezeWallet;

    @Autowired
    ViewFreezes viewFreezes;

    @Autowired
    SendTransfer sendTransfer;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    ExpireReservations expireReservations;

    @Autowired
    RefundPurchase refundPurchase;

    @Autowired
    StartTopUp startTopUp;

    @Autowired
    ResumeTopUp resumeTopUp;

    @Autowired
    FakeQuotes quotes;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    private final UUID bob = UUID.randomUUID();

    @AfterEach
    void theLedgerHolds() {
        assertThat(proveLedger.prove().holds()).isTrue();
    }

    @ParameterizedTest(name = "a sender frozen {0}: {1}")
    @CsvSource({"IN, Sent", "OUT, WalletFrozen", "BOTH, WalletFrozen", "NONE, Sent"})
    void sendsUnlessFrozenOut(Direction direction, String answer) {
        var alice = wallets.someoneWith("100.00");
        freeze(alice, direction);

        assertThat(send(alice, "30.00").getClass().getSimpleName()).isEqualTo(answer);
        assertThat(wallets.of(bob).balance()).isEqualTo(answer.equals("Sent") ? ttk("30.00") : ttk("0.00"));
    }

    @ParameterizedTest(name = "a receiver frozen {0}: {1}")
    @CsvSource({"IN, ReceiverCannotTakeIt", "OUT, Sent", "BOTH, ReceiverCannotTakeIt", "NONE, Sent"})
    void receivesUnlessFrozenIn(Direction direction, String answer) {
        var alice = wallets.someoneWith("100.00");
        freeze(bob, direction);

        assertThat(send(alice, "30.00").getClass().getSimpleName()).isEqualTo(answer);
        assertThat(wallets.of(alice).balance()).isEqualTo(answer.equals("Sent") ? ttk("70.00") : ttk("100.00"));
    }

    @Test
    void aStrangerCannotTellAFrozenWalletFromAFullOneByWhatComesFirst() {
        var alice = wallets.someoneWith("10.00");
        freeze(bob, Direction.IN);
        var full = wallets.someoneWith("20000.00");

        for (var amount : new String[] {"5.00", "10.01", "2000.01"}) {
            assertThat(send(alice, bob, amount)).isEqualTo(send(alice, full, amount));
        }
    }

    @ParameterizedTest(name = "customer {0}, payee {1}: {2}")
    @CsvSource({
        "OUT, NONE, WALLET_FROZEN",
        "BOTH, NONE, WALLET_FROZEN",
        "NONE, IN, PAYEE_FROZEN",
        "NONE, BOTH, PAYEE_FROZEN",
        "BOTH, BOTH, WALLET_FROZEN",
        "IN, OUT, "
    })
    void setsNothingAsideForOrFromAFrozenWallet(Direction customer, Direction payee, @Nullable Refusal refusal) {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice);
        freeze(alice, customer);
        freeze(bob, payee);

        var outcome = reserve(request);

        if (refusal == null) {
            assertThat(outcome).isInstanceOf(Done.class);
            return;
        }
        assertThat(outcome).isEqualTo(new Refused(refusal));
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("0.00"));
        freeze(alice, Direction.NONE);
        freeze(bob, Direction.NONE);
        assertThat(reserve(request)).as("remembered for ever").isEqualTo(new Refused(refusal));
        assertThat(reserve(request(alice))).as("under another id").isInstanceOf(Done.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Direction.class,
            names = {"IN", "BOTH"})
    void noCardIsChargedForAFrozenWallet(Direction direction) {
        var alice = UUID.randomUUID();
        freeze(alice, direction);

        var topUp = resumeTopUp.resume(startTopUp.start(dollars(alice)));

        assertThat(topUp.status()).isEqualTo(TopUp.Status.FAILED);
        assertThat(topUp.failure()).isEqualTo(new Failure(Failure.Reason.WALLET_FROZEN, null));
        assertThat(chargesOf(topUp.id())).isZero();
    }

    @Test
    void noQuoteIsUsedUpForAFrozenWallet() {
        var alice = UUID.randomUUID();
        var yen = Money.of("1000", "JPY");
        var quote = quotes.promise(new Quote(yen, ttk("8.57"), ttk("0.08"), new BigDecimal("115.5")));
        freeze(alice, Direction.IN);

        var refused = resumeTopUp.resume(
                startTopUp.start(new StartTopUp.Request(new OwnerId(alice), yen, "pm_card_visa", quote)));
        freeze(alice, Direction.NONE);
        var accepted = resumeTopUp.resume(
                startTopUp.start(new StartTopUp.Request(new OwnerId(alice), yen, "pm_card_visa", quote)));

        assertThat(refused.status()).isEqualTo(TopUp.Status.FAILED);
        assertThat(accepted.status()).isEqualTo(TopUp.Status.SUCCEEDED);
    }

    @Test
    void aQuoteThatAnswersAfterTheFreezeChargesNoCard() {
        var alice = UUID.randomUUID();
        var yen = Money.of("1000", "JPY");
        var quote = quotes.promise(new Quote(yen, ttk("8.57"), ttk("0.08"), new BigDecimal("115.5")));
        var started = startTopUp.start(new StartTopUp.Request(new OwnerId(alice), yen, "pm_card_visa", quote));
        freeze(alice, Direction.IN);

        assertThat(resumeTopUp.resume(started).failure()).isEqualTo(new Failure(Failure.Reason.WALLET_FROZEN, null));
        assertThat(chargesOf(started)).isZero();
    }

    @Test
    void whatACardIsChargedForAlreadyStillComesIn() {
        var alice = UUID.randomUUID();
        var started = startTopUp.start(dollars(alice));
        freeze(alice, Direction.BOTH);

        assertThat(resumeTopUp.resume(started).status()).isEqualTo(TopUp.Status.SUCCEEDED);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("20.00"));
    }

    @Test
    void whatWasSetAsideBeforeIsCommittedAndRefunded() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice);
        reserve(request);
        freeze(alice, Direction.BOTH);
        freeze(bob, Direction.BOTH);

        assertThat(settleReservation.commit(request.id())).isInstanceOf(Done.class);
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("10.00"));

        assertThat(refundPurchase.refund(new RefundPurchase.Request(UUID.randomUUID(), request.id(), ttk("10.00"))))
                .isEqualTo(RefundPurchase.Outcome.REFUNDED);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("100.00"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasSetAsideBeforeIsReleasedAndExpires(boolean byRelease) {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice);
        reserve(request);
        freeze(alice, Direction.BOTH);

        if (byRelease) {
            settleReservation.release(request.id());
        } else {
            clock.advance(request.expiresIn());
            expireReservations.expire();
        }

        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("100.00"), ttk("0.00")));
    }

    @RepeatedTest(5)
    void nothingLeavesAWalletOnceItsFreezeIsConfirmed() throws Exception {
        var alice = wallets.someoneWith("1000.00");
        var sent = new AtomicInteger();
        var reserved = new ConcurrentLinkedQueue<ReservationId>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            for (var i = 0; i < 32; i++) {
                var transfers = i % 2 == 0;
                threads.submit(() -> {
                    while (transfers
                            ? send(alice, "0.01") instanceof SendTransfer.Outcome.Sent
                            : reserve(request(alice, "0.01")) instanceof Done(var made) && reserved.add(made.id())) {
                        sent.incrementAndGet();
                    }
                });
            }
            while (sent.get() < 100) {
                Thread.onSpinWait();
            }
            freeze(alice, Direction.OUT);
            var confirmed = wallets.of(alice);
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(wallets.of(alice)).isEqualTo(confirmed);
        }
        assertThat(wallets.of(alice).available()).isEqualTo(ttk("1000.00").minus(Money.tikTokens(sent.get())));
        reserved.forEach(settleReservation::release); // Or sweeps in other tests would be busy with them.
    }

    @Test
    void theHistoryTellsWhoDidWhatWhenAndWhy() {
        var alice = UUID.randomUUID();
        var begin = clock.instant();
        freeze(alice, Direction.OUT);
        freeze(alice, Direction.OUT); // The same again is no event.
        clock.advance(Duration.ofHours(1));
        freeze(alice, Direction.BOTH);
        freeze(alice, Direction.NONE);
        freeze(alice, Direction.NONE);

        assertThat(viewFreezes.of(new OwnerId(alice)).inForce()).isNull();
        assertThat(viewFreezes.of(new OwnerId(alice)).history())
                .extracting(Freeze::direction)
                .containsExactly(Direction.NONE, Direction.BOTH, Direction.OUT);
        assertThat(viewFreezes.of(new OwnerId(alice)).history()).allSatisfy(freeze -> {
            assertThat(freeze.by()).isEqualTo(ADMINISTRATOR);
            assertThat(freeze.reason()).isEqualTo(REASON);
        });
        assertThat(viewFreezes.of(new OwnerId(alice)).history().getLast().at()).isEqualTo(begin);
        assertThat(viewFreezes.of(new OwnerId(alice)).history().getFirst().at())
                .isEqualTo(begin.plus(Duration.ofHours(1)));
    }

    @Test
    void anotherReasonIsWrittenDown() {
        var alice = UUID.randomUUID();
        freeze(alice, Direction.OUT);

        freezeWallet.freeze(new FreezeWallet.Request(
                new OwnerId(alice), Direction.OUT, new Reason("ordered by a court"), ADMINISTRATOR));

        assertThat(viewFreezes.of(new OwnerId(alice)).history()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE freezes SET reason = 'none'", "DELETE FROM freezes"})
    void nobodyRewritesTheHistory(String statement) {
        freeze(UUID.randomUUID(), Direction.IN);

        assertThatThrownBy(() -> writer.write(() -> jdbc.sql(statement).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void freeze(UUID owner, Direction direction) {
        freezeWallet.freeze(new FreezeWallet.Request(new OwnerId(owner), direction, REASON, ADMINISTRATOR));
    }

    private SendTransfer.Outcome send(UUID sender, String amount) {
        return send(sender, bob, amount);
    }

    private SendTransfer.Outcome send(UUID sender, UUID receiver, String amount) {
        var request = new SendTransfer.Request(new OwnerId(sender), "alice (A•••)", "bob", ttk(amount), null);
        var approval = TestApprovals.ofTransfer(
                sender, receiver, "bob", ttk(amount), clock.instant().plusSeconds(120));
        return sendTransfer.send(request, sendTransfer.judge(request, approval));
    }

    private io.tiktoken.wallet.reservation.Outcome reserve(ReserveFunds.Request request) {
        return reserveFunds.reserve(
                request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
    }

    private ReserveFunds.Request request(UUID customer) {
        return request(customer, "10.00");
    }

    private ReserveFunds.Request request(UUID customer, String amount) {
        return new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(bob),
                ttk(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
    }

    private static StartTopUp.Request dollars(UUID owner) {
        return new StartTopUp.Request(new OwnerId(owner), TWENTY_DOLLARS, "pm_card_visa", null);
    }

    private int chargesOf(TopUpId topUp) {
        return jdbc.sql("SELECT count(*) FROM sandbox_charges WHERE id = ?")
                .param(topUp.toString())
                .query(Integer.class)
                .single();
    }
}
