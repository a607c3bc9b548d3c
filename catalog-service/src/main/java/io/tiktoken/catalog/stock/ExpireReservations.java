package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Makes available again what nobody came back for, a bounded batch per sweep. */
@Service
public class ExpireReservations {

    private static final Logger log = LoggerFactory.getLogger(ExpireReservations.class);

    private final SingleWriter writer;
    private final ReservationBook book;
    private final Reservations reservations;
    private final ReservationSettings settings;
    private final Clock clock;

    ExpireReservations(
            SingleWriter writer,
            ReservationBook book,
            Reservations reservations,
            ReservationSettings settings,
            Clock clock) {
        this.writer = writer;
        this.book = book;
        this.reservations = reservations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sweeps once and says how many reservations expired. */
    public int sweep() {
        var expired = writer.write(() -> {
            var due = reservations.due(clock.instant(), settings.sweepBatch());
            due.forEach(id -> reservations.find(id).ifPresent(known -> book.apply(Command.EXPIRE, known)));
            return due;
        });
        if (!expired.isEmpty()) {
            log.info("{} reservations expired, their stock can be bought again: {}", expired.size(), expired);
        }
        return expired.size();
    }
}
