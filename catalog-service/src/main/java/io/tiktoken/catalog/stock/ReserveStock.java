package io.tiktoken.catalog.stock;

import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** First half of a purchase: sets the stock aside, so that the second half cannot fail for lack of it. */
@Service
public class ReserveStock {

    /** Stock must not be kept from other buyers for longer than any purchase takes. */
    public static final long LONGEST_SECONDS = 3_600;

    /**
     * What somebody wants to have set aside.
     *
     * @param keptFor how long; after that, whoever has not committed may lose it
     */
    public record Request(ReservationId id, Lines lines, Duration keptFor) {

        public Request {
            if (lines.each().isEmpty()) {
                throw new IllegalArgumentException("Reservation %s asks for nothing".formatted(id));
            }
            if (!keptFor.isPositive() || keptFor.toSeconds() > LONGEST_SECONDS) {
                throw new IllegalArgumentException("Reservation %s cannot last %s".formatted(id, keptFor));
            }
        }

        Sha256 fingerprint() {
            return Sha256.of("%d seconds\n%s".formatted(keptFor.toSeconds(), lines.canonical()));
        }
    }

    private final SingleWriter writer;
    private final ReservationBook book;
    private final Reservations reservations;
    private final Stock stock;
    private final Clock clock;

    ReserveStock(SingleWriter writer, ReservationBook book, Reservations reservations, Stock stock, Clock clock) {
        this.writer = writer;
        this.book = book;
        this.reservations = reservations;
        this.stock = stock;
        this.clock = clock;
    }

    public Outcome reserve(Request request) {
        return writer.write(() -> reservations
                .find(request.id())
                .map(known -> repeat(known, request))
                .orElseGet(() -> firstTime(request)));
    }

    private Outcome repeat(Reservation known, Request request) {
        var same = known.wasReservedWith(request.fingerprint());
        return book.apply(same ? Command.RESERVE : Command.RESERVE_OTHER_BODY, known);
    }

    private Outcome firstTime(Request request) {
        var shortages = stock.shortagesFor(request.lines());
        return shortages.isEmpty()
                ? book.apply(Command.RESERVE, wanted(request))
                : book.apply(Command.RESERVE_UNAVAILABLE, impossible(request, shortages));
    }

    private Reservation wanted(Request request) {
        var expiresAt = clock.instant().plus(request.keptFor());
        return new Reservation(
                request.id(), ReservationState.NONE, request.fingerprint(), expiresAt, request.lines(), List.of());
    }

    private static Reservation impossible(Request request, List<Shortage> shortages) {
        return new Reservation(request.id(), ReservationState.NONE, request.fingerprint(), null, Lines.NONE, shortages);
    }
}
