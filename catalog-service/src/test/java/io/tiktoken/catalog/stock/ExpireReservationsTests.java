package io.tiktoken.catalog.stock;

import static io.tiktoken.catalog.Shelf.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.Shelf.Count;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.defaults.reservation.Answer;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@VerbTest
@TestPropertySource(properties = "tiktoken.reservation.sweep-batch=3")
class ExpireReservationsTests {

    private static final Duration ONE_MILLISECOND = Duration.ofMillis(1);

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    SettleReservation settle;

    @Autowired
    ExpireReservations expire;

    @Autowired
    Shelf shelf;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void nothingIsDueFromEarlierTests() {
        clock.advance(Duration.ofDays(1));
        while (expire.expire() > 0) {}
    }

    @Test
    void stockComesBackExactlyWhenItsTimeIsOver() {
        var product = shelf.with(5);
        reserveStock.reserve(request(product, 2));

        clock.advance(Shelf.A_WHILE.minus(ONE_MILLISECOND));
        assertThat(expire.expire()).isZero();
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 2));

        clock.advance(ONE_MILLISECOND);
        assertThat(expire.expire()).isEqualTo(1);
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 0));
        assertThat(expire.expire()).isZero();
    }

    @Test
    void afterTheSweepEveryCommandIsTooLate() {
        var product = shelf.with(5);
        var request = request(product, 2);
        reserveStock.reserve(request);
        clock.advance(Shelf.A_WHILE);
        expire.expire();

        assertThat(settle.commit(request.id()).answer()).isEqualTo(Answer.EXPIRED);
        assertThat(reserveStock.reserve(request).answer()).isEqualTo(Answer.EXPIRED);
        assertThat(settle.release(request.id()).answer()).isEqualTo(Answer.DONE);
        assertThat(shelf.count(product)).isEqualTo(new Count(5, 0));
    }

    @Test
    void whoCommitsPastTheTimeButBeforeTheSweepStillGetsTheStock() {
        var product = shelf.with(5);
        var request = request(product, 2);
        reserveStock.reserve(request);
        clock.advance(Shelf.A_WHILE.plusMinutes(1));

        assertThat(settle.commit(request.id()).answer()).isEqualTo(Answer.DONE);

        assertThat(expire.expire()).isZero();
        assertThat(shelf.count(product)).isEqualTo(new Count(3, 0));
    }

    @Test
    void oneSweepExpiresABoundedBatch() {
        var product = shelf.with(5);
        for (var i = 0; i < 5; i++) {
            reserveStock.reserve(request(product, 1));
        }
        clock.advance(Shelf.A_WHILE);

        var sweeps = new ArrayList<Integer>();
        for (var i = 0; i < 3; i++) {
            sweeps.add(expire.expire());
        }

        assertThat(sweeps).containsExactly(3, 2, 0);
    }

    @Test
    void aClockThatJumpsBackExpiresNothing() {
        var product = shelf.with(5);
        var request = request(product, 2);
        reserveStock.reserve(request);

        clock.advance(Duration.ofHours(-1));
        assertThat(expire.expire()).isZero();

        clock.advance(Duration.ofHours(1));
        assertThat(settle.commit(request.id()).answer()).isEqualTo(Answer.DONE);
    }
}
