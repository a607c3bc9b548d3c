package io.tiktoken.catalog.stock;

import static io.tiktoken.catalog.Shelf.lines;
import static io.tiktoken.catalog.Shelf.request;
import static io.tiktoken.catalog.stock.ReturnStock.Verdict.BODY_DIFFERS;
import static io.tiktoken.catalog.stock.ReturnStock.Verdict.DONE;
import static io.tiktoken.catalog.stock.ReturnStock.Verdict.EXCEEDS_COMMITTED;
import static io.tiktoken.catalog.stock.ReturnStock.Verdict.NOT_RESERVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Parallel;
import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.Shelf.Count;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.catalog.product.ProductId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class ReturnStockTests {

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    SettleReservation settle;

    @Autowired
    ReturnStock returnStock;

    @Autowired
    Shelf shelf;

    @ParameterizedTest(name = "of 3 taken and 1 back, {0} more are answered {1}")
    @CsvSource({"1, DONE", "2, DONE", "3, EXCEEDS_COMMITTED"})
    void takesBackUpToWhatIsStillOut(int quantity, ReturnStock.Verdict verdict) {
        var product = shelf.with(5);
        var reservation = committed(product, 3);
        returnStock.returnStock(returning(reservation, product, 1));

        assertThat(returnStock.returnStock(returning(reservation, product, quantity)))
                .isEqualTo(verdict);
        assertThat(shelf.count(product)).isEqualTo(new Count(verdict == DONE ? 3 + quantity : 3, 0));
    }

    @Test
    void theSameReturnManyTimesAtOncePutsBackOnce() throws InterruptedException {
        var product = shelf.with(5);
        var returning = returning(committed(product, 3), product, 1);

        var verdicts = Parallel.times(32, () -> returnStock.returnStock(returning));

        assertThat(verdicts).containsOnly(DONE);
        assertThat(shelf.count(product)).isEqualTo(new Count(3, 0));
    }

    @Test
    void manyDifferentReturnsAtOncePutBackNoMoreThanWasTaken() throws InterruptedException {
        var product = shelf.with(5);
        var reservation = committed(product, 3);

        var verdicts = Parallel.times(32, () -> returnStock.returnStock(returning(reservation, product, 1)));

        assertThat(verdicts.stream().filter(DONE::equals)).hasSize(3);
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 0));
    }

    @Test
    void putsBackEverythingOrNothing() {
        var one = shelf.with(5);
        var other = shelf.with(5);
        var reservation = committed(one, 3);
        var mixed = Lines.merged(List.of(new Line(one, 1), new Line(other, 1)));

        var verdict = returnStock.returnStock(new ReturnStock.Request(newReturn(), reservation, mixed));

        assertThat(verdict).isEqualTo(EXCEEDS_COMMITTED);
        assertThat(shelf.count(one)).isEqualTo(new Count(2, 0));
        assertThat(shelf.count(other)).isEqualTo(new Count(5, 0));
    }

    @Test
    void whatIsNotCommittedCannotComeBackNotEvenByADelayedRepeat() {
        var product = shelf.with(5);
        var request = request(product, 3);
        reserveStock.reserve(request);
        var returning = returning(request.id(), product, 1);

        assertThat(returnStock.returnStock(returning)).isEqualTo(EXCEEDS_COMMITTED);
        settle.commit(request.id());

        assertThat(returnStock.returnStock(returning)).isEqualTo(EXCEEDS_COMMITTED);
        assertThat(shelf.count(product)).isEqualTo(new Count(2, 0));
    }

    @Test
    void oneIdCannotReturnTwoDifferentThings() {
        var product = shelf.with(5);
        var reservation = committed(product, 3);
        var id = newReturn();
        returnStock.returnStock(new ReturnStock.Request(id, reservation, lines(product, 1)));

        assertThat(returnStock.returnStock(new ReturnStock.Request(id, reservation, lines(product, 2))))
                .isEqualTo(BODY_DIFFERS);
    }

    @Test
    void nothingComesBackFromAReservationThatNeverWas() {
        assertThat(returnStock.returnStock(returning(Shelf.newId(), shelf.with(1), 1)))
                .isEqualTo(NOT_RESERVED);
    }

    private ReservationId committed(ProductId product, int quantity) {
        var request = request(product, quantity);
        reserveStock.reserve(request);
        settle.commit(request.id());
        return request.id();
    }

    private static ReturnStock.Request returning(ReservationId reservation, ProductId product, int quantity) {
        return new ReturnStock.Request(newReturn(), reservation, lines(product, quantity));
    }

    private static ReturnId newReturn() {
        return new ReturnId(UUID.randomUUID());
    }
}
