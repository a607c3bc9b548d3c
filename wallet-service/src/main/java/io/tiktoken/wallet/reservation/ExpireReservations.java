package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.ReservationExpiry;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Gives back what nobody came back for. */
@Service
public class ExpireReservations extends ReservationExpiry<ReservationId> {

    ExpireReservations(
            SingleWriter writer,
            SettleReservation settleReservation,
            Reservations reservations,
            ReservationSettings settings,
            Clock clock) {
        super(writer, clock, settings.sweepBatch(), reservations::due, settleReservation::expires);
    }
}
