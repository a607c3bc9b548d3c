package io.tiktoken.wallet.reservation;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallet;
import io.tiktoken.wallet.reservation.Outcome.Conflict;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class ReservationTests {

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    ExpireReservations expireReservations;

    @Autowired
    ViewReservations viewReservations;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @ParameterizedTest(name = "a wallet of 100.00 with 60.00 reserved answers {1} when asked for {0}")
    @CsvSource({"39.99, Done", "40.00, Done", "40.01, Refused"})
    void reservesUpToWhatIsAvailable(String asked, String answer) {
        var alice = wallets.someoneWith("100.00");
        reserve(request(alice, "60.00"));

        var outcome = reserve(request(alice, asked));

        assertThat(outcome.getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void theMoneyIsSetAsideThenTheMerchants() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "15.50");

        reserve(request);
        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("100.00"), ttk("15.50")));

        settleReservation.commit(request.id());
        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("84.50"), ttk("0.00")));
        assertThat(wallets.of(request.payee().value()).balance()).isEqualTo(ttk("15.50"));
    }

    @Test
    void askingAgainReservesAndCommitsOnce() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");

        var first = reserve(request);
        var second = reserve(request);
        settleReservation.commit(request.id());
        settleReservation.commit(request.id());

        assertThat(second).isEqualTo(first);
        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("70.00"), ttk("0.00")));
    }

    @Test
    void theStoredAnswerWinsBeforeTheApprovalIsJudged() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");
        var first = reserve(request);

        assertThat(reserveFunds.reserve(request, "not even an approval")).isEqualTo(first);
    }

    @Test
    void oneIdIsForOneRequest() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");
        reserve(request);

        var other = new ReserveFunds.Request(
                request.id(), new OwnerId(alice), request.payee(), ttk("30.01"), request.order(), request.expiresIn());

        assertThat(reserve(other)).isEqualTo(Conflict.BODY_DIFFERS);
    }

    @Test
    void aRefusalIsRememberedEvenWhenTheMoneyComesLater() {
        var alice = wallets.someoneWith("10.00");
        var request = request(alice, "30.00");
        var refused = new Outcome.Refused(Refusal.INSUFFICIENT_FUNDS);
        assertThat(reserve(request)).isEqualTo(refused);

        wallets.topUp(alice, "100.00");

        assertThat(reserve(request)).isEqualTo(refused);
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("0.00"));
    }

    @Test
    void whoNeverHadMoneyHasNotEnough() {
        assertThat(reserve(request(UUID.randomUUID(), "0.01")))
                .isEqualTo(new Outcome.Refused(Refusal.INSUFFICIENT_FUNDS));
    }

    @Test
    void anApprovalThatIsRefusedIsNotRemembered() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");

        assertThat(reserveFunds.reserve(request, "forged")).isEqualTo(new Outcome.NotApproved(Verdict.Reason.INVALID));
        assertThat(viewReservations.one(request.id())).isEmpty();
        assertThat(reserve(request)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void oneApprovalHasOneEffect() {
        var alice = wallets.someoneWith("100.00");
        var first = request(alice, "30.00");
        var second = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(alice),
                first.payee(),
                first.amount(),
                first.order(),
                first.expiresIn());
        var approval = TestApprovals.of(first, clock.instant().plusSeconds(120));
        reserveFunds.reserve(first, approval);

        assertThat(reserveFunds.reserve(second, approval)).isEqualTo(new Outcome.NotApproved(Verdict.Reason.USED));
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("30.00"));
    }

    @Test
    void anApprovalIsNotSpentByARefusal() {
        var alice = wallets.someoneWith("10.00");
        var first = request(alice, "30.00");
        var second = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(alice),
                first.payee(),
                first.amount(),
                first.order(),
                first.expiresIn());
        var approval = TestApprovals.of(first, clock.instant().plusSeconds(120));
        reserveFunds.reserve(first, approval);
        wallets.topUp(alice, "100.00");

        assertThat(reserveFunds.reserve(second, approval)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aReleaseThatOvertookItsReserveKeepsTheMoneyFree() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");

        settleReservation.release(request.id());

        assertThat(reserve(request)).isEqualTo(Conflict.ALREADY_RELEASED);
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("0.00"));
    }

    @Test
    void releasedMoneyIsAvailableAgainOnce() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");
        reserve(request);

        settleReservation.release(request.id());
        settleReservation.release(request.id());

        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("100.00"), ttk("0.00")));
        assertThat(settleReservation.commit(request.id())).isEqualTo(Conflict.ALREADY_RELEASED);
    }

    @Test
    void aReservationExpiresAtItsTimeAndNotBefore() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");
        reserve(request);

        clock.advance(request.expiresIn().minusMillis(1));
        expireReservations.expire();
        assertThat(stateOf(request)).isEqualTo(ReservationState.RESERVED);

        clock.advance(Duration.ofMillis(1));
        expireReservations.expire();
        assertThat(stateOf(request)).isEqualTo(ReservationState.EXPIRED);
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("0.00"));
        assertThat(settleReservation.commit(request.id())).isEqualTo(Conflict.EXPIRED);
    }

    @Test
    void aCommitWinsEvenPastTheTimeAsLongAsTheSweepHasNotCome() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");
        reserve(request);
        clock.advance(request.expiresIn().plusHours(1));

        assertThat(settleReservation.commit(request.id())).isInstanceOf(Outcome.Done.class);
        expireReservations.expire();

        assertThat(stateOf(request)).isEqualTo(ReservationState.COMMITTED);
        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("70.00"), ttk("0.00")));
    }

    @Test
    void aCommittedReservationIsNotReleased() {
        var alice = wallets.someoneWith("100.00");
        var request = request(alice, "30.00");
        reserve(request);
        settleReservation.commit(request.id());

        assertThat(settleReservation.release(request.id())).isEqualTo(Conflict.ALREADY_COMMITTED);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("70.00"));
    }

    private Outcome reserve(ReserveFunds.Request request) {
        return reserveFunds.reserve(
                request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
    }

    private ReservationState stateOf(ReserveFunds.Request request) {
        return viewReservations.one(request.id()).orElseThrow().state();
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
}
