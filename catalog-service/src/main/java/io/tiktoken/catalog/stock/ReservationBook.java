package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationState;
import org.springframework.stereotype.Component;

/** Carries out what {@link ReservationState} rules: the change of state and its effect on the stock, in one write. */
@Component
class ReservationBook {

    private final Reservations reservations;
    private final Stock stock;

    ReservationBook(Reservations reservations, Stock stock) {
        this.reservations = reservations;
        this.stock = stock;
    }

    /** Works inside a write only, so that whoever loses a race meets the state that the winner left. */
    Outcome apply(Command command, Reservation before) {
        var ruling = before.state().on(command);
        var after = before.become(ruling.next());
        if (after.state() != before.state()) {
            store(before, after);
            stock.follow(after);
        }
        return new Outcome(ruling.answer(), after);
    }

    /** Ends one whose time is over; works inside a write only. */
    boolean expires(ReservationId id) {
        return reservations
                .find(id)
                .map(known -> apply(Command.EXPIRE, known).reservation())
                .filter(after -> after.state() == ReservationState.EXPIRED)
                .isPresent();
    }

    private void store(Reservation before, Reservation after) {
        if (before.state() == ReservationState.NONE) {
            reservations.add(after);
        } else {
            reservations.change(before.id(), before.state(), after.state());
        }
    }
}
