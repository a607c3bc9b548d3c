package io.tiktoken.catalog.stock;

import static io.tiktoken.catalog.Shelf.newId;
import static io.tiktoken.catalog.Shelf.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.Shelf.Count;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.defaults.reservation.Answer;
import io.tiktoken.defaults.reservation.Command;
import io.tiktoken.defaults.reservation.ReservationState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class SettleReservationTests {

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    SettleReservation settle;

    @Autowired
    FindReservation find;

    @Autowired
    Shelf shelf;

    @Test
    void committedStockLeavesTheShelfOnce() {
        var product = shelf.with(5);
        var id = reserved(product, 2);

        assertThat(settle.commit(id).answer()).isEqualTo(Answer.DONE);
        assertThat(settle.commit(id).answer()).isEqualTo(Answer.DONE);

        assertThat(shelf.count(product)).isEqualTo(new Count(3, 0));
    }

    @Test
    void releasedStockCanBeBoughtAgainOnce() {
        var product = shelf.with(5);
        var id = reserved(product, 2);
        reserved(product, 3);

        assertThat(settle.release(id).answer()).isEqualTo(Answer.DONE);
        assertThat(settle.release(id).answer()).isEqualTo(Answer.DONE);

        assertThat(shelf.count(product)).isEqualTo(new Count(5, 3));
    }

    @Test
    void whatIsCommittedCannotBeReleased() {
        var product = shelf.with(5);
        var id = reserved(product, 2);
        settle.commit(id);

        assertThat(settle.release(id).answer()).isEqualTo(Answer.ALREADY_COMMITTED);
        assertThat(shelf.count(product)).isEqualTo(new Count(3, 0));
    }

    @Test
    void whatIsReleasedCannotBeCommittedOrReservedAgain() {
        var product = shelf.with(5);
        var id = reserved(product, 2);
        settle.release(id);

        assertThat(settle.commit(id).answer()).isEqualTo(Answer.ALREADY_RELEASED);
        assertThat(reserveStock.reserve(request(id, product, 2)).answer()).isEqualTo(Answer.ALREADY_RELEASED);
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 0));
    }

    @Test
    void committingWhatWasNeverReservedIsNotRemembered() {
        var product = shelf.with(5);
        var id = newId();

        assertThat(settle.commit(id).answer()).isEqualTo(Answer.NOT_RESERVED);

        assertThat(find.find(id)).isEmpty();
        assertThat(reserveStock.reserve(request(id, product, 2)).answer()).isEqualTo(Answer.DONE);
    }

    /** The table is proven without a database; this proves that the database follows it. */
    @Test
    void everySequenceOfUpToFourCommandsHasOnTheDiskTheEffectThatTheTableRules() {
        var sequences = new ArrayList<List<Command>>();
        collect(new ArrayList<>(), sequences);

        for (var sequence : sequences) {
            var product = shelf.with(1);
            var id = newId();
            var state = ReservationState.NONE;
            for (var command : sequence) {
                var ruling = state.on(command);
                assertThat(carryOut(command, id, product))
                        .as(sequence.toString())
                        .isEqualTo(ruling.answer());
                state = ruling.next();
            }
            var sold = state == ReservationState.COMMITTED ? 1 : 0;
            var reserved = state == ReservationState.RESERVED ? 1 : 0;
            assertThat(shelf.count(product)).as(sequence.toString()).isEqualTo(new Count(1 - sold, reserved));
        }
        assertThat(sequences).hasSize(3 + 9 + 27 + 81);
    }

    private static void collect(List<Command> begun, List<List<Command>> sequences) {
        if (begun.size() < 4) {
            for (var command : List.of(Command.RESERVE, Command.COMMIT, Command.RELEASE)) {
                begun.addLast(command);
                sequences.add(List.copyOf(begun));
                collect(begun, sequences);
                begun.removeLast();
            }
        }
    }

    private Answer carryOut(Command command, ReservationId id, ProductId product) {
        return switch (command) {
            case COMMIT -> settle.commit(id).answer();
            case RELEASE -> settle.release(id).answer();
            default -> reserveStock.reserve(request(id, product, 1)).answer();
        };
    }

    private ReservationId reserved(ProductId product, int quantity) {
        var request = request(product, quantity);
        reserveStock.reserve(request);
        return request.id();
    }
}
