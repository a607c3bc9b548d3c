package io.tiktoken.wallet.reservation;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class ViewReservationsTests {

    @Autowired
    ViewReservations viewReservations;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    ExpireReservations expireReservations;

    @Autowired
    TestWallets wallets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private UUID alice;

    @BeforeEach
    void aliceHasMoney() {
        alice = wallets.someoneWith("1000.00");
    }

    @Test
    void showsOnesOwnNewestFirstInPages() {
        var bob = wallets.someoneWith("10.00");
        reserve(bob, true);
        var made =
                IntStream.range(0, 7).mapToObj(i -> reserve(alice, i % 2 == 0)).toList();

        var first = page(3, null);
        var second = page(3, first.nextCursor());
        var third = page(3, second.nextCursor());

        var seen = List.of(first, second, third).stream()
                .flatMap(page -> page.data().stream())
                .toList();
        assertThat(seen).extracting(Reservation::id).containsExactlyInAnyOrderElementsOf(made);
        assertThat(seen)
                .extracting(reservation -> reservation.terms().reservedAt())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void leavesOutWhatHasEndedAndGoesOnBehindACursorThatHas() {
        var committed = reserve(alice, true);
        var oldest = reserve(alice, true);
        var released = reserve(alice, true);
        var newest = reserve(alice, true);
        var first = page(2, null);
        assertThat(first.data()).extracting(Reservation::id).containsExactly(newest, released);

        settleReservation.commit(committed);
        settleReservation.release(released);

        assertThat(page(2, first.nextCursor()).data())
                .extracting(Reservation::id)
                .containsExactly(oldest);
        assertThat(page(100, null).data()).extracting(Reservation::id).containsExactly(newest, oldest);
        clock.advance(Duration.ofMinutes(15));
        expireReservations.expire();
        assertThat(page(100, null).data()).isEmpty();
    }

    @Test
    void aCursorOfSomebodyElseLeadsNowhere() {
        reserve(alice, true);
        var bobs = reserve(wallets.someoneWith("10.00"), true);

        assertThat(page(10, bobs.toString()).data()).isEmpty();
        assertThat(page(10, UUID.randomUUID().toString()).data()).isEmpty();
    }

    @Test
    void readsNoOtherReservationsThanTheCustomersOpenOnes() {
        var plan = jdbc.sql("EXPLAIN QUERY PLAN " + Reservations.OPEN_ONES)
                .param("customer", alice.toString())
                .param("before", alice.toString())
                .param("rows", 20)
                .query((row, _) -> row.getString("detail"))
                .list();

        assertThat(plan)
                .anyMatch(step -> step.contains("USING INDEX open_reservations_by_customer (customer_id=?)"))
                .noneMatch(step -> step.startsWith("SCAN reservations"));
    }

    private Page<Reservation> page(int limit, @Nullable String cursor) {
        return viewReservations.open(
                new OwnerId(alice), new PageQuery(limit, cursor == null ? null : UUID.fromString(cursor)));
    }

    private ReservationId reserve(UUID customer, boolean laterThanTheLast) {
        clock.advance(Duration.ofMillis(laterThanTheLast ? 1 : 0));
        var request = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(UUID.randomUUID()),
                ttk("1.00"),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
        assertThat(reserveFunds.reserve(
                        request, TestApprovals.of(request, clock.instant().plusSeconds(120))))
                .isInstanceOf(Outcome.Done.class);
        return request.id();
    }
}
