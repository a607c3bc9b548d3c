package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Gives back what nobody came back for, a bounded batch at a time. */
@Service
public class ExpireReservations {

    private static final Logger log = LoggerFactory.getLogger(ExpireReservations.class);

    private final SingleWriter writer;
    private final SettleReservation settleReservation;
    private final Reservations reservations;
    private final ReservationSettings settings;
    private final Clock clock;

    ExpireReservations(
            SingleWriter writer,
            SettleReservation settleReservation,
            Reservations reservations,
            ReservationSettings settings,
            Clock clock) {
        this.writer = writer;
        this.settleReservation = settleReservation;
        this.reservations = reservations;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers how many expired. */
    public long expire() {
        var due = reservations.due(clock.instant(), settings.sweepBatch());
        if (due.isEmpty()) {
            return 0;
        }
        // Between the look and this write a commit may have come: each is decided again, by compare-and-set.
        long expired = writer.write(() -> due.stream().filter(this::expires).count());
        log.info("{} of {} overdue reservations expired; their money is available again", expired, due.size());
        return expired;
    }

    private boolean expires(ReservationId id) {
        return settleReservation.apply(Command.EXPIRE, id) instanceof Outcome.Done(var reservation)
                && reservation.state() == ReservationState.EXPIRED;
    }
}
