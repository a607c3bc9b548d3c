package io.tiktoken.catalog.stock;

import static io.tiktoken.catalog.Shelf.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.catalog.Parallel;
import io.tiktoken.catalog.Shelf;
import io.tiktoken.catalog.Shelf.Count;
import io.tiktoken.catalog.VerbTest;
import io.tiktoken.defaults.reservation.Answer;
import io.tiktoken.defaults.testing.SettableClock;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class ConcurrentReservationTests {

    private static final int MANY = 32;

    @Autowired
    ReserveStock reserveStock;

    @Autowired
    SettleReservation settle;

    @Autowired
    ExpireReservations expire;

    @Autowired
    FindReservation find;

    @Autowired
    Shelf shelf;

    @Autowired
    SettableClock clock;

    @RepeatedTest(10)
    void theLastPieceGoesToExactlyOneOfManyBuyers() throws InterruptedException {
        var product = shelf.with(1);

        var answers = Parallel.times(
                MANY, () -> reserveStock.reserve(request(product, 1)).answer());

        assertThat(answers).containsOnlyOnce(Answer.DONE);
        assertThat(answers.stream().filter(Answer.REFUSED::equals)).hasSize(MANY - 1);
        assertThat(shelf.count(product)).isEqualTo(new Count(1, 1));
    }

    @Test
    void theSameCommandManyTimesAtOnceHasOneEffectAndOneAnswer() throws InterruptedException {
        var product = shelf.with(100);
        var request = request(product, 2);

        var reserved = Parallel.times(MANY, () -> reserveStock.reserve(request));
        assertThat(reserved).containsOnly(reserved.getFirst());
        assertThat(shelf.count(product)).isEqualTo(new Count(100, 2));

        var committed = Parallel.times(MANY, () -> settle.commit(request.id()));
        assertThat(committed).containsOnly(committed.getFirst());
        assertThat(shelf.count(product)).isEqualTo(new Count(98, 0));
    }

    @RepeatedTest(50)
    void ofCommitReleaseAndExpiryExactlyOneWinsAndTheLosersAreToldWhich() throws InterruptedException {
        var product = shelf.with(1);
        var request = request(product, 1);
        reserveStock.reserve(request);
        clock.advance(Shelf.A_WHILE);

        var answers = Parallel.run(List.of(
                () -> settle.commit(request.id()).answer(),
                () -> settle.release(request.id()).answer(),
                () -> {
                    expire.expire();
                    return Answer.DONE;
                }));

        var state = find.find(request.id()).orElseThrow().state();
        var commit = answers.get(0);
        var release = answers.get(1);
        switch (state) {
            case COMMITTED -> {
                assertThat(commit).isEqualTo(Answer.DONE);
                assertThat(release).isEqualTo(Answer.ALREADY_COMMITTED);
                assertThat(shelf.count(product)).isEqualTo(new Count(0, 0));
            }
            case RELEASED -> {
                assertThat(commit).isEqualTo(Answer.ALREADY_RELEASED);
                assertThat(release).isEqualTo(Answer.DONE);
                assertThat(shelf.count(product)).isEqualTo(new Count(1, 0));
            }
            case EXPIRED -> {
                assertThat(commit).isEqualTo(Answer.EXPIRED);
                assertThat(release).isEqualTo(Answer.DONE);
                assertThat(shelf.count(product)).isEqualTo(new Count(1, 0));
            }
            default -> throw new AssertionError("It cannot be " + state);
        }
    }

    @Test
    void buyersOfSeveralProductsAtOnceNeverTakeMoreThanThereIs() throws InterruptedException {
        var one = shelf.with(10);
        var two = shelf.with(7);
        var both = Lines.merged(List.of(new Line(one, 1), new Line(two, 1)));

        var outcomes = Parallel.times(MANY, () -> {
            var id = Shelf.newId();
            var outcome = reserveStock.reserve(new ReserveStock.Request(id, both, Shelf.A_WHILE));
            settle.commit(id);
            return outcome.answer();
        });

        var counted = new HashMap<Answer, Integer>();
        outcomes.forEach(answer -> counted.merge(answer, 1, Integer::sum));
        assertThat(counted).containsEntry(Answer.DONE, 7).containsEntry(Answer.REFUSED, MANY - 7);
        assertThat(shelf.count(one)).isEqualTo(new Count(3, 0));
        assertThat(shelf.count(two)).isEqualTo(new Count(0, 0));
    }
}
