package io.tiktoken.wallet.reservation;

import static io.tiktoken.defaults.database.GuardedUpdate.CHANGED;
import static io.tiktoken.defaults.database.GuardedUpdate.STALE;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Wallets;
import io.tiktoken.wallet.limit.WalletLimits;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Carries out what {@link ReservationState} rules on commit, release and expiry: the change and its effect on the money. */
@Service
public class SettleReservation {

    private final SingleWriter writer;
    private final Reservations reservations;
    private final Journal journal;
    private final Wallets wallets;
    private final WalletLimits limits;
    private final Clock clock;

    SettleReservation(
            SingleWriter writer,
            Reservations reservations,
            Journal journal,
            Wallets wallets,
            WalletLimits limits,
            Clock clock) {
        this.writer = writer;
        this.reservations = reservations;
        this.journal = journal;
        this.wallets = wallets;
        this.limits = limits;
        this.clock = clock;
    }

    /** Second half of a purchase: the money that was set aside becomes the merchant's. */
    public Outcome commit(ReservationId id) {
        return writer.write(() -> apply(Command.COMMIT, id));
    }

    /** The undoing of a purchase: the money that was set aside becomes available again. */
    public Outcome release(ReservationId id) {
        return writer.write(() -> apply(Command.RELEASE, id));
    }

    /** Ends one whose time is over; works inside a write only. */
    boolean expires(ReservationId id) {
        return apply(Command.EXPIRE, id) instanceof Outcome.Done(var reservation)
                && reservation.state() == ReservationState.EXPIRED;
    }

    /** Works inside a write only. */
    Outcome apply(Command command, ReservationId id) {
        var before = reservations.find(id);
        var ruling = before.state().on(command);
        var after = before.become(ruling.next());
        if (after.state() != before.state() && change(after) == STALE) {
            return apply(command, id); // Another replica was faster: answer as it has left it.
        }
        return Outcome.of(ruling.answer(), after);
    }

    private GuardedUpdate change(Reservation after) {
        if (after.state() == ReservationState.TOMBSTONE) {
            reservations.addTombstone(after.id(), clock.instant());
            return CHANGED;
        }
        var settled = reservations.settle(after.id(), after.state());
        if (settled == CHANGED) {
            moveMoney(after);
        }
        return settled;
    }

    private void moveMoney(Reservation settled) {
        var terms = settled.terms();
        if (settled.state() == ReservationState.COMMITTED) {
            journal.postSurely(terms.purchase(settled.id()));
        } else {
            wallets.release(terms.customer(), terms.amount());
            limits.uncountSpending(terms.customer(), terms.amount(), terms.reservedAt());
        }
    }
}
