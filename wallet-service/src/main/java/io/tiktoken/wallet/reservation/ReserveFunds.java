package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.wallet.approval.ApprovalGenerations;
import io.tiktoken.wallet.approval.ApprovalId;
import io.tiktoken.wallet.approval.Approvals;
import io.tiktoken.wallet.approval.Operation;
import io.tiktoken.wallet.approval.SpentApprovals;
import io.tiktoken.wallet.approval.Verdict;
import io.tiktoken.wallet.approval.Verdict.Approved;
import io.tiktoken.wallet.freeze.FrozenWallets;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.WalletLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * First half of a purchase: sets the customer's money aside, with the customer's approval, so that the
 * second half cannot fail for lack of it.
 */
@Service
public class ReserveFunds {

    /** What is asked for, under an id of the caller's, so that asking again is the same request. */
    public record Request(
            ReservationId id, OwnerId customer, OwnerId payee, Money amount, OrderId order, Duration expiresIn) {

        /** Without the approval: who enters the PIN again after a lost answer brings a new one. */
        String bodyHash() {
            return Hash.GENESIS
                    .followedBy(List.of(customer, payee, amount, order, expiresIn))
                    .hex();
        }

        Operation operation() {
            return new Operation.Purchase(customer, payee, amount, order);
        }

        Terms terms(String payeeName, Instant now) {
            return new Terms(bodyHash(), customer, payee, payeeName, order, amount, now, now.plus(expiresIn));
        }
    }

    private final SingleWriter writer;
    private final Reservations reservations;
    private final Approvals approvals;
    private final ApprovalGenerations generations;
    private final SpentApprovals spentApprovals;
    private final FrozenWallets frozenWallets;
    private final WalletLimits limits;
    private final Wallets wallets;
    private final Tombstones tombstones;
    private final Clock clock;

    ReserveFunds(
            SingleWriter writer,
            Reservations reservations,
            Approvals approvals,
            ApprovalGenerations generations,
            SpentApprovals spentApprovals,
            FrozenWallets frozenWallets,
            WalletLimits limits,
            Wallets wallets,
            Tombstones tombstones,
            Clock clock) {
        this.writer = writer;
        this.reservations = reservations;
        this.approvals = approvals;
        this.generations = generations;
        this.spentApprovals = spentApprovals;
        this.frozenWallets = frozenWallets;
        this.limits = limits;
        this.wallets = wallets;
        this.tombstones = tombstones;
        this.clock = clock;
    }

    public Outcome reserve(Request request, String approval) {
        var verdict = approvals.judge(approval, request.operation());
        return writer.write(() -> {
            // What is known wins before the approval counts: a repeat may come when that has long expired.
            var known = reservations.find(request.id());
            var ruling = known.state().on(known.isFor(request) ? Command.RESERVE : Command.RESERVE_OTHER_BODY);
            return ruling.next() == known.state() ? Outcome.of(ruling.answer(), known) : firstTime(request, verdict);
        });
    }

    private Outcome firstTime(Request request, Verdict verdict) {
        // Was it released before, and that forgotten? Nobody can tell any more.
        return tombstones.mayHaveForgotten(request.order()) ? Outcome.Conflict.EXPIRED : approved(request, verdict);
    }

    private Outcome approved(Request request, Verdict verdict) {
        return switch (generations.asOfNow(verdict)) {
            case Verdict.Refused(var reason) -> new Outcome.NotApproved(reason);
            case Approved approved
            when spentApprovals.contains(approved.approval()) -> new Outcome.NotApproved(Verdict.Reason.USED);
            case Approved approved ->
                setAside(request.id(), request.terms(approved.payeeName(), clock.instant()), approved.approval());
        };
    }

    private Outcome setAside(ReservationId id, Terms terms, ApprovalId approval) {
        return switch (frozenWallets.between(terms.customer(), terms.payee())) {
            case PAYER -> refuse(id, terms, Refusal.WALLET_FROZEN);
            case PAYEE -> refuse(id, terms, Refusal.PAYEE_FROZEN);
            case NEITHER -> setAsideUnfrozen(id, terms, approval);
        };
    }

    private Outcome setAsideUnfrozen(ReservationId id, Terms terms, ApprovalId approval) {
        if (!limits.maySpend(terms.customer(), terms.amount())) {
            return refuse(id, terms, Refusal.LIMIT_EXCEEDED);
        }
        if (!wallets.reserve(terms.customer(), terms.amount())) {
            return refuse(id, terms, Refusal.INSUFFICIENT_FUNDS);
        }
        limits.countSpending(terms.customer(), terms.amount(), terms.reservedAt());
        spentApprovals.add(approval, id.value());
        var reservation = Reservation.of(id, terms);
        reservations.add(reservation, terms);
        return new Outcome.Done(reservation);
    }

    private Outcome refuse(ReservationId id, Terms terms, Refusal refusal) {
        reservations.add(Reservation.refused(id, terms, refusal), terms);
        return new Outcome.Refused(refusal);
    }
}
