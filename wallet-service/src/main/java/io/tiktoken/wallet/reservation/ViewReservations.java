package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.wallet.ledger.OwnerId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows reservations as they stand. */
@Service
public class ViewReservations {

    private final Reservations reservations;

    ViewReservations(Reservations reservations) {
        this.reservations = reservations;
    }

    /** For a caller that lost an answer. */
    @Transactional(readOnly = true)
    public Optional<Reservation> one(ReservationId id) {
        return Optional.of(reservations.find(id)).filter(found -> found.state() != ReservationState.NONE);
    }

    /** For which purchases of a customer money is set aside just now. */
    @Transactional(readOnly = true)
    public Page<Reservation> open(OwnerId customer, PageQuery query) {
        return Page.of(
                reservations.open(customer, query),
                query,
                reservation -> reservation.id().value());
    }
}
