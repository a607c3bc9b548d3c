package io.tiktoken.catalog.stock;

import static io.tiktoken.catalog.Shelf.lines;
import static io.tiktoken.catalog.Shelf.newId;
import static io.tiktoken.catalog.Shelf.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.Shelf.Count;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.defaults.crypto.Sha256;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.reservation.Answer;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationState;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a second replica would run into: every write insists on the row that its ruling was made for. */
@VerbTest
class OvertakenTests {

    @Autowired
    SingleWriter writer;

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    SettleReservation settle;

    @Autowired
    ReservationBook book;

    @Autowired
    StockReturns returns;

    @Autowired
    Clock clock;

    @Autowired
    Shelf shelf;

    @Test
    void aCommitRuledOnAnOldLookChangesNothing() {
        var product = shelf.with(5);
        var request = request(product, 2);
        var oldLook = reserveStock.reserve(request).reservation();
        settle.release(request.id());
        // What somebody else has reserved meanwhile could be taken by mistake.
        reserveStock.reserve(request(product, 3));

        isOvertaken(() -> book.apply(Command.COMMIT, oldLook));

        assertThat(shelf.count(product)).isEqualTo(new Count(5, 3));
    }

    @Test
    void aReserveRuledOnAnOldLookTakesNothing() {
        var product = shelf.with(1);
        reserveStock.reserve(request(product, 1));
        var oldLook = new Reservation(
                newId(), ReservationState.NONE, Sha256.of("a body"), clock.instant(), lines(product, 1), List.of());

        isOvertaken(() -> book.apply(Command.RESERVE, oldLook));

        assertThat(shelf.count(product)).isEqualTo(new Count(1, 1));
    }

    @Test
    void anIdThatIsTakenMeanwhileIsNotTakenTwice() {
        var request = request(shelf.with(5), 2);
        reserveStock.reserve(request);

        isOvertaken(() -> book.apply(Command.RELEASE, Reservation.unknown(request.id())));

        assertThat(settle.commit(request.id()).answer()).isEqualTo(Answer.DONE);
    }

    @Test
    void moreThanWasTakenIsNeverMarkedAsReturned() {
        var product = shelf.with(5);
        var request = request(product, 2);
        reserveStock.reserve(request);
        settle.commit(request.id());

        isOvertaken(() -> returns.markReturned(request.id(), new Line(product, 3)));
    }

    private void isOvertaken(Runnable work) {
        assertThatThrownBy(() -> writer.run(work)).isInstanceOf(OvertakenException.class);
    }
}
