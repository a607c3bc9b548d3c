package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The undoing of a purchase: the money that was set aside becomes available again. */
@Service
public class ReleaseReservation {

    private final SingleWriter writer;
    private final ReservationBook book;

    ReleaseReservation(SingleWriter writer, ReservationBook book) {
        this.writer = writer;
        this.book = book;
    }

    public Outcome release(UUID id) {
        return writer.write(() -> book.apply(Command.RELEASE, id));
    }
}
