package io.tiktoken.wallet.reservation;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.annotation.DirtiesContext.ClassMode.BEFORE_CLASS;

import io.tiktoken.defaults.reservation.ReservationState;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Between a tombstone and the age of an order there is no gap through which a late reserve could slip. */
@VerbTest
@DirtiesContext(classMode = BEFORE_CLASS) // With a clock that nobody has set.
class TombstonesTests {

    private static final Duration KEPT = Duration.ofDays(45);
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    ViewReservations viewReservations;

    @Autowired
    Tombstones tombstones;

    @Autowired
    TestWallets wallets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private UUID alice;

    @BeforeEach
    void aliceHasMoneyAndNothingIsOld() {
        alice = wallets.someoneWith("100.00");
        clock.advance(KEPT.plusDays(1));
        tombstones.purge();
    }

    @Test
    void aReserveIsTurnedAwayFirstByTheTombstoneAndThenByTheAgeOfItsOrder() {
        var late = request(orderOf(clock.instant()));
        settleReservation.release(late.id());

        assertThat(reserve(late)).isEqualTo(Outcome.Conflict.ALREADY_RELEASED);
        clock.advance(Duration.ofDays(30));
        assertThat(tombstones.purge()).isZero();
        assertThat(reserve(late)).isEqualTo(Outcome.Conflict.ALREADY_RELEASED);
        clock.advance(KEPT.minusDays(30).plus(CLOCKS_DIFFER));
        assertThat(tombstones.purge()).isZero();
        assertThat(reserve(late)).isEqualTo(Outcome.Conflict.ALREADY_RELEASED);
        clock.advance(MOMENT);
        assertThat(tombstones.purge()).isOne();

        var before = rows();
        assertThat(reserve(late)).isEqualTo(Outcome.Conflict.EXPIRED);
        assertThat(rows()).isEqualTo(before);
        assertThat(viewReservations.one(late.id())).isEmpty();
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("0.00"));
    }

    @Test
    void anOrderIsTooOldFromTheMomentOnWhenItsTombstoneCouldBeGone() {
        var order = orderOf(clock.instant());

        clock.advance(KEPT.minus(MOMENT));
        assertThat(reserve(request(order))).isInstanceOf(Outcome.Done.class);
        clock.advance(MOMENT);
        assertThat(reserve(request(order))).isEqualTo(Outcome.Conflict.EXPIRED);
    }

    @Test
    void anIdThatTellsNoTimeIsNotTooOld() {
        assertThat(reserve(request(UUID.fromString("00000000-0000-4000-8000-000000000001"))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(reserve(request(UUID.fromString("00000000-0000-7000-8000-000000000001"))))
                .isEqualTo(Outcome.Conflict.EXPIRED);
    }

    @Test
    void whatIsKnownIsAnsweredAsItStandsHoweverOldItIs() {
        var request = request(orderOf(clock.instant()));
        reserve(request);
        settleReservation.commit(request.id());

        clock.advance(KEPT.multipliedBy(2));
        tombstones.purge();

        assertThat(reserve(request))
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.reservation().state()).isEqualTo(ReservationState.COMMITTED));
    }

    @Test
    void everyOtherEndStaysForTheRefundsThatReferToIt() {
        var released = request(orderOf(clock.instant()));
        reserve(released);
        settleReservation.release(released.id());
        var refused = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(alice),
                new OwnerId(UUID.randomUUID()),
                ttk("1000.00"),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
        reserve(refused);
        IntStream.range(0, 700).forEach(_ -> settleReservation.release(new ReservationId(UUID.randomUUID())));
        var before = rows();

        clock.advance(KEPT.multipliedBy(2));

        assertThat(tombstones.purge()).isEqualTo(700);
        assertThat(rows()).isEqualTo(before - 700);
        assertThat(viewReservations.one(released.id())).isPresent();
        assertThat(viewReservations.one(refused.id())).isPresent();
    }

    @Test
    void aClockThatIsSetForwardAndPutRightAgainForgetsNoTombstone() {
        tombstones.purge();
        var late = request(orderOf(clock.instant()));
        settleReservation.release(late.id());

        clock.leap(Duration.ofDays(400));
        assertThat(tombstones.purge()).isZero();
        clock.leap(Duration.ofDays(-400));

        assertThat(reserve(late)).isEqualTo(Outcome.Conflict.ALREADY_RELEASED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29d", "719h", "0s", "-45d"})
    void nobodyForgetsBeforeThirtyDays(String kept) {
        settings("tiktoken.tombstone.kept=" + kept)
                .run(context -> assertThat(context).hasFailed());
        settings("tiktoken.tombstone.kept=30d")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static ApplicationContextRunner settings(String setting) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .withUserConfiguration(OnlySettings.class)
                .withPropertyValues(setting);
    }

    @EnableConfigurationProperties(TombstoneSettings.class)
    static class OnlySettings {}

    private Outcome reserve(ReserveFunds.Request request) {
        return reserveFunds.reserve(
                request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
    }

    private ReserveFunds.Request request(UUID order) {
        return new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(alice),
                new OwnerId(UUID.randomUUID()),
                ttk("1.00"),
                new OrderId(order),
                Duration.ofMinutes(15));
    }

    /** As order-service makes them: version 7, with the time in the first 48 bits. */
    private static UUID orderOf(Instant made) {
        var random = UUID.randomUUID();
        return new UUID(
                made.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xFFF,
                random.getLeastSignificantBits());
    }

    private int rows() {
        return jdbc.sql("SELECT count(*) FROM reservations")
                .query(Integer.class)
                .single();
    }
}
