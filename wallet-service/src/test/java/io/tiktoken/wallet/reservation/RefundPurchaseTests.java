package io.tiktoken.wallet.reservation;

import static io.tiktoken.wallet.TestWallets.ttk;
import static io.tiktoken.wallet.reservation.RefundPurchase.Outcome.BODY_DIFFERS;
import static io.tiktoken.wallet.reservation.RefundPurchase.Outcome.EXCEEDS_COMMITTED;
import static io.tiktoken.wallet.reservation.RefundPurchase.Outcome.INSUFFICIENT_FUNDS;
import static io.tiktoken.wallet.reservation.RefundPurchase.Outcome.NOT_RESERVED;
import static io.tiktoken.wallet.reservation.RefundPurchase.Outcome.REFUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class RefundPurchaseTests {

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    RefundPurchase refundPurchase;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @Test
    void givesBackInPartsUpToWhatWasPaid() {
        var alice = wallets.someoneWith("100.00");
        var paid = pay(alice, UUID.randomUUID(), "10.00");

        assertThat(refund(paid, "6.00")).isEqualTo(REFUNDED);
        assertThat(refund(paid, "4.01")).isEqualTo(EXCEEDS_COMMITTED);
        assertThat(refund(paid, "4.00")).isEqualTo(REFUNDED);
        assertThat(refund(paid, "0.01")).isEqualTo(EXCEEDS_COMMITTED);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void oneRefundIsMadeOnce() {
        var alice = wallets.someoneWith("100.00");
        var paid = pay(alice, UUID.randomUUID(), "10.00");
        var refund = new RefundPurchase.Request(UUID.randomUUID(), paid, ttk("6.00"));

        assertThat(refundPurchase.refund(refund)).isEqualTo(REFUNDED);
        assertThat(refundPurchase.refund(refund)).isEqualTo(REFUNDED);

        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("96.00"));
    }

    @Test
    void oneIdIsForOneRefund() {
        var paid = pay(wallets.someoneWith("100.00"), UUID.randomUUID(), "10.00");
        var refund = new RefundPurchase.Request(UUID.randomUUID(), paid, ttk("6.00"));
        refundPurchase.refund(refund);

        assertThat(refundPurchase.refund(new RefundPurchase.Request(refund.id(), paid, ttk("5.00"))))
                .isEqualTo(BODY_DIFFERS);
        assertThat(refundPurchase.refund(new RefundPurchase.Request(paid.value(), paid, ttk("1.00"))))
                .as("the id of the purchase itself")
                .isEqualTo(BODY_DIFFERS);
    }

    @Test
    void onlyWhatWasPaidCanBeGivenBack() {
        var alice = wallets.someoneWith("100.00");
        var reservedOnly = reserve(alice, UUID.randomUUID(), "10.00");

        assertThat(refund(new ReservationId(UUID.randomUUID()), "1.00")).isEqualTo(NOT_RESERVED);
        assertThat(refund(reservedOnly, "1.00")).isEqualTo(EXCEEDS_COMMITTED);
    }

    @Test
    void aPayeeWhoHasSpentTheMoneyCannotGiveItBack() {
        var bob = UUID.randomUUID();
        var paid = pay(wallets.someoneWith("100.00"), bob, "10.00");
        pay(bob, UUID.randomUUID(), "9.00");

        assertThat(refund(paid, "1.01")).isEqualTo(INSUFFICIENT_FUNDS);
        assertThat(refund(paid, "1.00")).isEqualTo(REFUNDED);
    }

    private RefundPurchase.Outcome refund(ReservationId paid, String amount) {
        return refundPurchase.refund(new RefundPurchase.Request(UUID.randomUUID(), paid, ttk(amount)));
    }

    private ReservationId pay(UUID customer, UUID payee, String amount) {
        var reservation = reserve(customer, payee, amount);
        assertThat(settleReservation.commit(reservation)).isInstanceOf(Outcome.Done.class);
        return reservation;
    }

    private ReservationId reserve(UUID customer, UUID payee, String amount) {
        var request = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(payee),
                ttk(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
        var approval = TestApprovals.of(request, clock.instant().plusSeconds(120));
        assertThat(reserveFunds.reserve(request, approval)).isInstanceOf(Outcome.Done.class);
        return request.id();
    }
}
