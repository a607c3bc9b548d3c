package io.tiktoken.wallet.approval;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.Outcome.Done;
import io.tiktoken.wallet.reservation.Outcome.NotApproved;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.transfer.SendTransfer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A renewal at auth-service ends what was approved before it, whatever it was for. */
@VerbTest
class ApprovalGenerationTests {

    private static final long GOOD = 1_000;

    @Autowired
    ApprovalGenerations approvalGenerations;

    @Autowired
    PurgeApprovals purgeApprovals;

    @Autowired
    SendTransfer sendTransfer;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    private final UUID bob = UUID.randomUUID();
    private UUID alice;

    @BeforeEach
    void giveAliceMoney() {
        alice = wallets.someoneWith("100.00");
    }

    @ParameterizedTest(name = "generation {0}, when {1} is the oldest that is good")
    @CsvSource({"999, 1000, false", "1000, 1000, true", "1001, 1000, true", "0, 1, false"})
    void aTransferWantsOneThatIsNotOlder(long generation, long oldest, boolean good) {
        approvalGenerations.endBefore(new OwnerId(alice), oldest);

        var outcome = send(generation);

        assertThat(outcome instanceof SendTransfer.Outcome.Sent).isEqualTo(good);
        assertThat(outcome.equals(new SendTransfer.Outcome.NotApproved(Verdict.Reason.EXPIRED)))
                .isNotEqualTo(good);
        assertThat(wallets.of(alice).balance()).isEqualTo(good ? ttk("70.00") : ttk("100.00"));
    }

    @ParameterizedTest(name = "generation {0}, when {1} is the oldest that is good")
    @CsvSource({"999, 1000, false", "1000, 1000, true", "1001, 1000, true", "0, 1, false"})
    void aReservationWantsOneThatIsNotOlder(long generation, long oldest, boolean good) {
        approvalGenerations.endBefore(new OwnerId(alice), oldest);

        var outcome = reserve(reservation(), generation);

        assertThat(outcome instanceof Done).isEqualTo(good);
        assertThat(outcome.equals(new NotApproved(Verdict.Reason.EXPIRED))).isNotEqualTo(good);
        assertThat(wallets.of(alice).reserved()).isEqualTo(good ? ttk("30.00") : ttk("0.00"));
    }

    @Test
    void whatWasJudgedBeforeTheRenewalMovesNothingAfterIt() {
        var request = transfer();
        var verdict = sendTransfer.judge(request, approvalOf(request, GOOD - 1));
        assertThat(verdict).isInstanceOf(Verdict.Approved.class);

        approvalGenerations.endBefore(new OwnerId(alice), GOOD);

        assertThat(sendTransfer.send(request, verdict))
                .isEqualTo(new SendTransfer.Outcome.NotApproved(Verdict.Reason.EXPIRED));
    }

    @Test
    void whoNeverRenewedAnythingHasOnlyGoodOnes() {
        assertThat(send(0)).isInstanceOf(SendTransfer.Outcome.Sent.class);
    }

    @Test
    void anotherPersonsRenewalEndsNothing() {
        approvalGenerations.endBefore(new OwnerId(bob), GOOD);

        assertThat(send(GOOD - 1)).isInstanceOf(SendTransfer.Outcome.Sent.class);
    }

    @Test
    void aLowerNumberChangesNothing() {
        assertThat(approvalGenerations.endBefore(new OwnerId(alice), GOOD)).isEqualTo(GOOD);
        assertThat(approvalGenerations.endBefore(new OwnerId(alice), GOOD - 1)).isEqualTo(GOOD);
        assertThat(approvalGenerations.endBefore(new OwnerId(alice), GOOD)).isEqualTo(GOOD);

        assertThat(send(GOOD - 1)).isEqualTo(new SendTransfer.Outcome.NotApproved(Verdict.Reason.EXPIRED));
        assertThat(approvalGenerations.endBefore(new OwnerId(alice), GOOD + 1)).isEqualTo(GOOD + 1);
    }

    @Test
    void whatIsReservedStaysReserved() {
        var request = reservation();
        var reserved = reserve(request, GOOD - 1);

        approvalGenerations.endBefore(new OwnerId(alice), GOOD);

        assertThat(reserve(request, GOOD - 1)).isEqualTo(reserved);
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("30.00"));
    }

    @Test
    void itIsForgottenLongAfterTheApprovalsHaveExpired() {
        clock.advance(Duration.ofDays(30));
        purgeApprovals.purgeGenerations();
        approvalGenerations.endBefore(new OwnerId(alice), GOOD);

        clock.advance(Duration.ofDays(7));
        assertThat(purgeApprovals.purgeGenerations()).isZero();
        assertThat(send(GOOD - 1)).isEqualTo(new SendTransfer.Outcome.NotApproved(Verdict.Reason.EXPIRED));

        clock.advance(Duration.ofMillis(1));
        assertThat(purgeApprovals.purgeGenerations()).isEqualTo(1);
    }

    private SendTransfer.Outcome send(long generation) {
        var request = transfer();
        return sendTransfer.send(request, sendTransfer.judge(request, approvalOf(request, generation)));
    }

    private io.tiktoken.wallet.reservation.Outcome reserve(ReserveFunds.Request request, long generation) {
        return reserveFunds.reserve(
                request, TestApprovals.of(request, generation, clock.instant().plusSeconds(120)));
    }

    private SendTransfer.Request transfer() {
        return new SendTransfer.Request(new OwnerId(alice), "alice (A•••)", "bob", ttk("30.00"), "for lunch");
    }

    private ReserveFunds.Request reservation() {
        return new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(alice),
                new OwnerId(bob),
                ttk("30.00"),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(10));
    }

    private String approvalOf(SendTransfer.Request request, long generation) {
        return TestApprovals.ofTransfer(
                UUID.randomUUID(),
                generation,
                request.sender().value(),
                bob,
                "bob",
                request.amount(),
                clock.instant().plusSeconds(120));
    }
}
