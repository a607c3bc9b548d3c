package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives back what nobody came back for, a bounded batch per sweep. */
@Service
public class ExpireReservations {

    private static final Logger log = LoggerFactory.getLogger(ExpireReservations.class);

    private final SingleWriter writer;
    private final Reservations reservations;
    private final OpenReservations open;
    private final ReservationSettings settings;
    private final Clock clock;

    ExpireReservations(
            SingleWriter writer,
            Reservations reservations,
            OpenReservations open,
            ReservationSettings settings,
            Clock clock) {
        this.writer = writer;
        this.reservations = reservations;
        this.open = open;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers how many expired. */
    public long sweep() {
        var due = reservations.due(clock.instant(), settings.sweepBatch());
        if (due.isEmpty()) {
            return 0;
        }
        // Between the look and this write a commit may have come: each is decided again, by compare-and-set.
        long expired = writer.write(() -> due.stream().filter(this::expire).count());
        log.info("{} of {} overdue reservations expired; their money is available again", expired, due.size());
        return expired;
    }

    private boolean expire(UUID id) {
        var reservation = reservations.find(id);
        return reservation.state().onSweep() == Ruling.EXPIRE && open.giveBack(reservation, ReservationState.EXPIRED);
    }
}
