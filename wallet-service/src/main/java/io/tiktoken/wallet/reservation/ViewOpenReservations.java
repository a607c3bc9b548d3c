package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a customer for which purchases money is set aside just now. */
@Service
public class ViewOpenReservations {

    private final Reservations reservations;

    ViewOpenReservations(Reservations reservations) {
        this.reservations = reservations;
    }

    @Transactional(readOnly = true)
    public Page<Reservation> of(UUID customer, PageQuery query) {
        return Page.of(reservations.open(customer, query), query, Reservation::id);
    }
}
