package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.ReservationState;
import org.springframework.stereotype.Service;

/** Puts back on the shelf what a committed reservation took, because its purchase was undone: each piece once. */
@Service
public class ReturnStock {

    /** What comes back, and from which reservation. */
    public record Request(ReturnId id, ReservationId reservationId, Lines lines) {

        public Request {
            if (lines.each().isEmpty()) {
                throw new IllegalArgumentException("Return %s brings nothing".formatted(id));
            }
        }

        Sha256 fingerprint() {
            return Sha256.of("of %s\n%s".formatted(reservationId, lines.canonical()));
        }
    }

    /** Every answer that a return can get. */
    public enum Verdict {
        DONE,
        NOT_RESERVED,
        EXCEEDS_COMMITTED,
        BODY_DIFFERS
    }

    private final SingleWriter writer;
    private final Reservations reservations;
    private final StockReturns returns;
    private final Stock stock;

    ReturnStock(SingleWriter writer, Reservations reservations, StockReturns returns, Stock stock) {
        this.writer = writer;
        this.reservations = reservations;
        this.returns = returns;
        this.stock = stock;
    }

    public Verdict returnStock(Request request) {
        return writer.write(() -> returns.find(request.id())
                .map(decided -> repeat(decided, request))
                .orElseGet(() -> firstTime(request)));
    }

    private static Verdict repeat(StockReturns.Decided decided, Request request) {
        if (!decided.bodySha256().equals(request.fingerprint())) {
            return Verdict.BODY_DIFFERS;
        }
        return decided.accepted() ? Verdict.DONE : Verdict.EXCEEDS_COMMITTED;
    }

    private Verdict firstTime(Request request) {
        return reservations
                .find(request.reservationId())
                .map(reservation -> decide(reservation, request))
                .orElse(Verdict.NOT_RESERVED);
    }

    private Verdict decide(Reservation reservation, Request request) {
        var accepted = reservation.state() == ReservationState.COMMITTED
                && request.lines().each().stream().allMatch(line -> returns.stillOut(reservation.id(), line));
        // A refusal is remembered too: a delayed repeat must not be accepted after a commit came in between.
        returns.add(request, accepted);
        if (!accepted) {
            return Verdict.EXCEEDS_COMMITTED;
        }
        request.lines().each().forEach(line -> returns.markReturned(reservation.id(), line));
        stock.putBack(request.lines());
        return Verdict.DONE;
    }
}
