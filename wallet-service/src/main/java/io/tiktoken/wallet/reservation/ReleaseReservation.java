package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The undoing of a purchase: the money that was set aside becomes available again. */
@Service
public class ReleaseReservation {

    private final SingleWriter writer;
    private final Reservations reservations;
    private final OpenReservations open;
    private final Clock clock;

    ReleaseReservation(SingleWriter writer, Reservations reservations, OpenReservations open, Clock clock) {
        this.writer = writer;
        this.reservations = reservations;
        this.open = open;
        this.clock = clock;
    }

    public Outcome release(UUID id) {
        return writer.write(() -> {
            var reservation = reservations.find(id);
            var ruling = reservation.state().onRelease();
            return switch (ruling) {
                case RELEASE ->
                    open.giveBack(reservation, ReservationState.RELEASED)
                            ? new Outcome.Done(reservation.become(ReservationState.RELEASED))
                            : release(id); // Another replica was faster: answer as it has left it.
                case REMEMBER_RELEASE -> {
                    reservations.addTombstone(id, clock.instant());
                    yield new Outcome.Done(Reservation.tombstone(id));
                }
                default -> Outcome.unchanged(ruling, reservation);
            };
        });
    }
}
