package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationExpiry;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Makes available again what nobody came back for. */
@Service
public class ExpireReservations {

    private final ReservationExpiry<ReservationId> expiry;

    ExpireReservations(
            SingleWriter writer,
            ReservationBook book,
            Reservations reservations,
            ReservationSettings settings,
            Clock clock) {
        this.expiry = new ReservationExpiry<>(
                writer,
                clock,
                settings.sweepBatch(),
                reservations::due,
                id -> reservations
                        .find(id)
                        .map(known -> book.apply(Command.EXPIRE, known).reservation())
                        .filter(after -> after.state() == ReservationState.EXPIRED)
                        .isPresent());
    }

    /** Answers how many expired. */
    public int expire() {
        return expiry.run();
    }
}
