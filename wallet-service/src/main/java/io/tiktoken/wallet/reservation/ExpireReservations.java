package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationExpiry;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Gives back what nobody came back for. */
@Service
public class ExpireReservations {

    private final ReservationExpiry<ReservationId> expiry;

    ExpireReservations(
            SingleWriter writer,
            SettleReservation settleReservation,
            Reservations reservations,
            ReservationSettings settings,
            Clock clock) {
        this.expiry = new ReservationExpiry<>(
                writer,
                clock,
                settings.sweepBatch(),
                reservations::due,
                id -> settleReservation.apply(Command.EXPIRE, id) instanceof Outcome.Done(var reservation)
                        && reservation.state() == ReservationState.EXPIRED);
    }

    /** Answers how many expired. */
    public long expire() {
        return expiry.run();
    }
}
