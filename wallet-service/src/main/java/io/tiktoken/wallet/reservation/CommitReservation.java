package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Second half of a purchase: the money that was set aside becomes the merchant's. */
@Service
public class CommitReservation {

    private final SingleWriter writer;
    private final ReservationBook book;

    CommitReservation(SingleWriter writer, ReservationBook book) {
        this.writer = writer;
        this.book = book;
    }

    public Outcome commit(UUID id) {
        return writer.write(() -> book.apply(Command.COMMIT, id));
    }
}
