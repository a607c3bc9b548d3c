package io.tiktoken.catalog.stock;

import static io.tiktoken.catalog.Shelf.lines;
import static io.tiktoken.catalog.Shelf.newId;
import static io.tiktoken.catalog.Shelf.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.Shelf.Count;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.catalog.product.ProductId;
import io.tiktoken.defaults.reservation.Answer;
import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class ReserveStockTests {

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    SettleReservation settle;

    @Autowired
    FindReservation find;

    @Autowired
    ReceiveGoods receiveGoods;

    @Autowired
    Shelf shelf;

    @Autowired
    SettableClock clock;

    @ParameterizedTest(name = "of 5 with 2 reserved, {0} more are answered {1}")
    @CsvSource({"2, DONE", "3, DONE", "4, REFUSED"})
    void reservesUpToWhatIsAvailable(int quantity, Answer answer) {
        var product = shelf.with(5);
        reserveStock.reserve(request(product, 2));

        assertThat(reserveStock.reserve(request(product, quantity)).answer()).isEqualTo(answer);
    }

    @Test
    void setsTheStockAsideUntilItsTimeIsOver() {
        var product = shelf.with(5);

        var outcome = reserveStock.reserve(request(product, 2));

        assertThat(outcome.reservation().state()).isEqualTo(ReservationState.RESERVED);
        assertThat(outcome.reservation().expiresAt()).isEqualTo(clock.instant().plus(Shelf.A_WHILE));
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 2));
    }

    @Test
    void askingTwiceReservesOnceAndIsAnsweredAlike() {
        var product = shelf.with(5);
        var request = request(product, 2);
        var first = reserveStock.reserve(request);
        clock.advance(Duration.ofSeconds(10));

        assertThat(reserveStock.reserve(request)).isEqualTo(first);
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 2));
    }

    @Test
    void refusesOneIdForTwoDifferentBodies() {
        var product = shelf.with(5);
        var id = newId();
        reserveStock.reserve(request(id, product, 2));

        var more = reserveStock.reserve(request(id, product, 3));
        var longer =
                reserveStock.reserve(new ReserveStock.Request(id, lines(product, 2), Shelf.A_WHILE.plusSeconds(1)));

        assertThat(more.answer()).isEqualTo(Answer.BODY_DIFFERS);
        assertThat(longer.answer()).isEqualTo(Answer.BODY_DIFFERS);
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 2));
    }

    @Test
    void linesInAnotherOrderOrSplitInTwoAreTheSameBody() {
        var one = shelf.with(5);
        var two = shelf.with(5);
        var id = newId();
        var first = Lines.merged(List.of(new Line(one, 3), new Line(two, 1)));
        var again = Lines.merged(List.of(new Line(two, 1), new Line(one, 1), new Line(one, 2)));
        reserveStock.reserve(new ReserveStock.Request(id, first, Shelf.A_WHILE));

        var outcome = reserveStock.reserve(new ReserveStock.Request(id, again, Shelf.A_WHILE));

        assertThat(outcome.answer()).isEqualTo(Answer.DONE);
        assertThat(shelf.count(one)).isEqualTo(new Count(5, 3));
    }

    @Test
    void reservesEverythingOrNothingAndSaysWhatIsMissing() {
        var plenty = shelf.with(5);
        var scarce = shelf.with(1);
        var wish = Lines.merged(List.of(new Line(plenty, 2), new Line(scarce, 2)));

        var outcome = reserveStock.reserve(new ReserveStock.Request(newId(), wish, Shelf.A_WHILE));

        assertThat(outcome.answer()).isEqualTo(Answer.REFUSED);
        assertThat(outcome.reservation().shortages()).containsExactly(new Shortage(scarce, 2, 1));
        assertThat(shelf.count(plenty)).isEqualTo(new Count(5, 0));
    }

    @Test
    void aProductThatDoesNotExistIsOutOfStock() {
        var unknown = new ProductId(UUID.randomUUID());

        var outcome = reserveStock.reserve(request(unknown, 1));

        assertThat(outcome.answer()).isEqualTo(Answer.REFUSED);
        assertThat(outcome.reservation().shortages()).containsExactly(new Shortage(unknown, 1, 0));
    }

    @Test
    void aRefusalStaysTheSameEvenWhenGoodsArrive() {
        var product = shelf.with(1);
        var request = request(product, 2);
        var first = reserveStock.reserve(request);
        receiveGoods.receive(new Line(product, 10));

        assertThat(reserveStock.reserve(request)).isEqualTo(first);
        assertThat(settle.commit(request.id()).answer()).isEqualTo(Answer.ALREADY_RELEASED);
        assertThat(settle.release(request.id()).answer()).isEqualTo(Answer.DONE);
        assertThat(reserveStock.reserve(request)).isEqualTo(first);
        assertThat(shelf.count(product)).isEqualTo(new Count(11, 0));
    }

    @Test
    void aReserveThatWasOvertakenByItsReleaseFreezesNothing() {
        var product = shelf.with(5);
        var id = newId();
        settle.release(id);

        var late = reserveStock.reserve(request(id, product, 2));

        assertThat(late.answer()).isEqualTo(Answer.ALREADY_RELEASED);
        assertThat(late.reservation().state()).isEqualTo(ReservationState.TOMBSTONE);
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 0));
    }

    @Test
    void whoGotNoAnswerCanAskWhereTheReservationStands() {
        var request = request(shelf.with(5), 2);
        assertThat(find.find(request.id())).isEmpty();

        var outcome = reserveStock.reserve(request);

        assertThat(find.find(request.id())).contains(outcome.reservation());
    }
}
