package io.tiktoken.wallet.reservation;

import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.WalletLimits;
import org.springframework.stereotype.Component;

/** Ends open reservations without a purchase: what was set aside and counted as spent is given back, once. */
@Component
class OpenReservations {

    private final Reservations reservations;
    private final Wallets wallets;
    private final WalletLimits limits;

    OpenReservations(Reservations reservations, Wallets wallets, WalletLimits limits) {
        this.reservations = reservations;
        this.wallets = wallets;
        this.limits = limits;
    }

    /** Ends one; false when it is not open any more, and nothing was changed. */
    boolean giveBack(Reservation reservation, ReservationState end) {
        if (!reservations.settle(reservation.id(), end)) {
            return false;
        }
        var terms = reservation.terms();
        wallets.release(terms.customer(), terms.amount());
        limits.uncountSpending(terms.customer(), terms.amount(), terms.reservedAt());
        return true;
    }
}
