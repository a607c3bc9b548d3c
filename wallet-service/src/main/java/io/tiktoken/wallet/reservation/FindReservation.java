package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.reservation.ReservationState;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a caller that lost an answer how things stand. */
@Service
public class FindReservation {

    private final Reservations reservations;

    FindReservation(Reservations reservations) {
        this.reservations = reservations;
    }

    @Transactional(readOnly = true)
    public Optional<Reservation> find(UUID id) {
        return Optional.of(reservations.find(id)).filter(found -> found.state() != ReservationState.NONE);
    }
}
