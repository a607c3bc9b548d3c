package io.tiktoken.catalog.stock;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a caller who got no answer where its reservation stands. */
@Service
public class FindReservation {

    private final Reservations reservations;

    FindReservation(Reservations reservations) {
        this.reservations = reservations;
    }

    @Transactional(readOnly = true)
    public Optional<Reservation> find(ReservationId id) {
        return reservations.find(id);
    }
}
