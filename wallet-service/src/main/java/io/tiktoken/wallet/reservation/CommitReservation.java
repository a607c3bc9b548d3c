package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.ledger.Journal;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Second half of a purchase: the money that was set aside becomes the merchant's. */
@Service
public class CommitReservation {

    private final SingleWriter writer;
    private final Reservations reservations;
    private final Journal journal;

    CommitReservation(SingleWriter writer, Reservations reservations, Journal journal) {
        this.writer = writer;
        this.reservations = reservations;
        this.journal = journal;
    }

    public Outcome commit(UUID id) {
        return writer.write(() -> {
            var reservation = reservations.find(id);
            var ruling = reservation.state().onCommit();
            if (ruling != Ruling.COMMIT) {
                return Outcome.unchanged(ruling, reservation);
            }
            if (!reservations.settle(id, ReservationState.COMMITTED)) {
                return commit(id); // Another replica was faster: answer as it has left it.
            }
            journal.postSurely(reservation.terms().purchase(id));
            return new Outcome.Done(reservation.become(ReservationState.COMMITTED));
        });
    }
}
