package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.wallet.ledger.Journal;
import java.util.UUID;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.stereotype.Service;

/** Gives back a committed purchase or a part of it: each refund once, and never more than was paid. */
@Service
public class RefundPurchase {

    /** What is asked for, under an id of the caller's, so that asking again is the same refund. */
    public record Request(
            UUID id,
            ReservationId reservation,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "amount_")
            Money amount) {}

    /** Every answer that there is. */
    public enum Outcome {
        REFUNDED,
        /** This id was used for another refund. */
        BODY_DIFFERS,
        NOT_RESERVED,
        EXCEEDS_COMMITTED,
        /** The merchant's wallet does not hold so much any more. */
        INSUFFICIENT_FUNDS
    }

    private final SingleWriter writer;
    private final Reservations reservations;
    private final Refunds refunds;
    private final Journal journal;

    RefundPurchase(SingleWriter writer, Reservations reservations, Refunds refunds, Journal journal) {
        this.writer = writer;
        this.reservations = reservations;
        this.refunds = refunds;
        this.journal = journal;
    }

    public Outcome refund(Request request) {
        return writer.write(() -> refunds.find(request.id())
                .map(known -> known.equals(request) ? Outcome.REFUNDED : Outcome.BODY_DIFFERS)
                .orElseGet(() -> refundFirstTime(request)));
    }

    private Outcome refundFirstTime(Request request) {
        var reservation = reservations.find(request.reservation());
        if (reservation.state() == ReservationState.NONE) {
            return Outcome.NOT_RESERVED;
        }
        if (!reservation.refundable().covers(request.amount())) {
            return Outcome.EXCEEDS_COMMITTED;
        }
        if (journal.alreadyHas(request.id())) {
            return Outcome.BODY_DIFFERS;
        }
        return switch (journal.post(reservation.terms().refund(request.id(), request.amount()))) {
            case Journal.Outcome.InsufficientFunds() -> Outcome.INSUFFICIENT_FUNDS;
            case Journal.Outcome.Posted posted -> {
                remember(request);
                yield Outcome.REFUNDED;
            }
        };
    }

    private void remember(Request request) {
        refunds.add(request.id(), request.reservation(), request.amount().amount());
        reservations
                .addRefund(request.reservation(), request.amount())
                .orElseThrow(() -> new IllegalStateException(
                        "Reservation %s was refunded by somebody else meanwhile".formatted(request.reservation())));
    }
}
