package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.ReservationExpiry;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Makes available again what nobody came back for. */
@Service
public class ExpireReservations extends ReservationExpiry<ReservationId> {

    ExpireReservations(
            SingleWriter writer,
            ReservationBook book,
            Reservations reservations,
            ReservationSettings settings,
            Clock clock) {
        super(writer, clock, settings.sweepBatch(), reservations::due, book::expires);
    }
}
