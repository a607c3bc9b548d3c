package io.tiktoken.wallet.trial;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.Outcome;
import io.tiktoken.wallet.reservation.RefundPurchase;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import io.tiktoken.wallet.topup.ResumeTopUp;
import io.tiktoken.wallet.topup.StartTopUp;
import io.tiktoken.wallet.transfer.SendTransfer;
import io.tiktoken.wallet.trial.ReferenceLedger.Approval;
import io.tiktoken.wallet.trial.ReferenceLedger.Purchase;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The real verbs on the real database, with their answers in the words of the {@link ReferenceLedger}. */
@Component
class RealLedger {

    private static final String RECEIVER = "bob";
    private static final Currency SGD = Currency.of("SGD");

    private final ReserveFunds reserveFunds;
    private final SettleReservation settleReservation;
    private final RefundPurchase refundPurchase;
    private final SendTransfer sendTransfer;
    private final StartTopUp startTopUp;
    private final ResumeTopUp resumeTopUp;

    RealLedger(
            ReserveFunds reserveFunds,
            SettleReservation settleReservation,
            RefundPurchase refundPurchase,
            SendTransfer sendTransfer,
            StartTopUp startTopUp,
            ResumeTopUp resumeTopUp) {
        this.reserveFunds = reserveFunds;
        this.settleReservation = settleReservation;
        this.refundPurchase = refundPurchase;
        this.sendTransfer = sendTransfer;
        this.startTopUp = startTopUp;
        this.resumeTopUp = resumeTopUp;
    }

    String topUp(UUID owner, long amount) {
        var id = startTopUp.start(
                new StartTopUp.Request(new OwnerId(owner), new Money(amount, SGD), "pm_card_visa", null));
        return Optional.ofNullable(resumeTopUp.resume(id).failure())
                .map(failure -> failure.reason().code())
                .orElse("done");
    }

    String transfer(Approval approval, UUID from, UUID to, long amount) {
        var money = Money.tikTokens(amount);
        var request = new SendTransfer.Request(new OwnerId(from), "alice (A••)", RECEIVER, money, null);
        var token = TestApprovals.ofTransfer(approval.id(), from, to, RECEIVER, money, approval.expiresAt());
        return switch (sendTransfer.send(request, sendTransfer.judge(request, token))) {
            case SendTransfer.Outcome.Sent _ -> "done";
            case SendTransfer.Outcome.InsufficientFunds _ -> "insufficient_funds";
            case SendTransfer.Outcome.LimitExceeded _ -> "limit_exceeded";
            case SendTransfer.Outcome.WalletFrozen _ -> "wallet_frozen";
            case SendTransfer.Outcome.ReceiverCannotTakeIt _ -> "receiver_limit_exceeded";
            case SendTransfer.Outcome.NotApproved(var reason) -> reason.code();
        };
    }

    String reserve(Purchase purchase, Approval approval) {
        var request = new ReserveFunds.Request(
                new ReservationId(purchase.id()),
                new OwnerId(purchase.customer()),
                new OwnerId(purchase.merchant()),
                Money.tikTokens(purchase.amount()),
                new OrderId(purchase.order()),
                purchase.expiresIn());
        return answer(reserveFunds.reserve(request, TestApprovals.of(request, approval.id(), approval.expiresAt())));
    }

    String commit(UUID id) {
        return answer(settleReservation.commit(new ReservationId(id)));
    }

    String release(UUID id) {
        return answer(settleReservation.release(new ReservationId(id)));
    }

    String refund(UUID id, UUID reservation, long amount) {
        return refundPurchase
                .refund(new RefundPurchase.Request(id, new ReservationId(reservation), Money.tikTokens(amount)))
                .name();
    }

    private static String answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var reservation) -> "done " + reservation.state();
            case Outcome.Refused(var refusal) -> refusal.code();
            case Outcome.NotApproved(var reason) -> reason.code();
            case Outcome.Conflict conflict -> conflict.name().toLowerCase(Locale.ROOT);
        };
    }
}
