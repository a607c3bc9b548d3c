package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import org.springframework.stereotype.Service;

/** Second half of a purchase: the reserved stock leaves the shelf, or can be bought by others again. */
@Service
public class SettleReservation {

    private final SingleWriter writer;
    private final ReservationBook book;
    private final Reservations reservations;

    SettleReservation(SingleWriter writer, ReservationBook book, Reservations reservations) {
        this.writer = writer;
        this.book = book;
        this.reservations = reservations;
    }

    public Outcome commit(ReservationId id) {
        return settle(Command.COMMIT, id);
    }

    /** Also before the reserve has arrived: the tombstone makes sure that nothing is set aside then. */
    public Outcome release(ReservationId id) {
        return settle(Command.RELEASE, id);
    }

    private Outcome settle(Command command, ReservationId id) {
        return writer.write(() -> book.apply(command, reservations.find(id).orElseGet(() -> Reservation.unknown(id))));
    }
}
