package io.tiktoken.order.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.order.purchase.FakeReservations.State;
import io.tiktoken.order.purchase.Faults.Crash;
import io.tiktoken.order.purchase.Faults.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Breaks every interaction of a purchase in every way, and then every interaction of what follows once more. */
class PurchaseCrashTests {

    enum Story {
        EVERYTHING_IS_THERE(EnumSet.of(Step.PAID)),
        NO_STOCK(EnumSet.of(Step.REFUSED)),
        NO_MONEY(EnumSet.of(Step.REFUSED)),
        FUNDS_EXPIRE(EnumSet.of(Step.REFUSED)),
        STOCK_EXPIRES(EnumSet.of(Step.REFUSED)),
        /** Recovery comes only after the deadline, so that both ends are right, depending on where it broke. */
        LATE_RECOVERY(EnumSet.of(Step.PAID, Step.REFUSED));

        final Set<Step> ends;

        Story(Set<Step> ends) {
            this.ends = ends;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsWellWhereverItBreaksOnce(Story story) {
        var interactions = new World(story, Map.of()).lives().faults.interactions();
        assertThat(interactions).isGreaterThan(3);

        var worlds = new ArrayList<World>();
        for (var at = 1; at <= interactions; at++) {
            for (var kind : Kind.values()) {
                worlds.add(new World(story, Map.of(at, kind)).lives());
            }
        }

        assertThat(worlds).allSatisfy(World::isInOrder);
        assertThat(worlds).allSatisfy(world -> assertThat(world.faults.struck).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void endsWellWhereverItBreaksAgainDuringRecovery(Story story) {
        var interactions = new World(story, Map.of()).lives().faults.interactions();

        var struckTwice = 0;
        for (var first = 1; first <= interactions; first++) {
            for (var second = first + 1; second <= first + interactions; second++) {
                for (var kind : Kind.values()) {
                    for (var again : Kind.values()) {
                        var world = new World(story, Map.of(first, kind, second, again)).lives();
                        world.isInOrder();
                        struckTwice += world.faults.struck.size() == 2 ? 1 : 0;
                    }
                }
            }
        }

        assertThat(struckTwice).isGreaterThan(100);
    }

    static final PurchaseSettings SETTINGS = PurchaseFixtures.settings();

    /** One purchase with its neighbours, from its beginning to its end. */
    private static final class World {

        final Story story;
        final Faults faults;
        final SettableClock clock = new SettableClock();
        final FakeStock stock = new FakeStock();
        final FakeFunds funds = new FakeFunds();
        final Purchase begun = PurchaseFixtures.begun(clock.instant());
        final MemoryJournal journal = new MemoryJournal(begun);
        final PurchaseSaga saga = new PurchaseSaga(stock, funds, journal, new PurchasePace(SETTINGS, clock));
        final List<Step> seen = new ArrayList<>();

        World(Story story, Map<Integer, Kind> plan) {
            this.story = story;
            this.faults = new Faults(plan, this::recoverOnce);
            switch (story) {
                case NO_STOCK -> stock.refuses("out_of_stock");
                case NO_MONEY -> funds.refuses("insufficient_funds");
                case FUNDS_EXPIRE -> funds.expiresBeforeCommit();
                case STOCK_EXPIRES -> stock.expiresBeforeCommit();
                case EVERYTHING_IS_THERE, LATE_RECOVERY -> {}
            }
            stock.suffers(faults);
            funds.suffers(faults);
            journal.suffers(faults);
        }

        World lives() {
            attempt(begun);
            for (var recoveries = 0; !journal.stored().step().isFinal(); recoveries++) {
                assertThat(recoveries).as("recoveries of " + this).isLessThan(20);
                clock.advance(story == Story.LATE_RECOVERY ? Duration.ofMinutes(2) : SETTINGS.lease());
                recoverOnce();
            }
            return this;
        }

        private void recoverOnce() {
            attempt(journal.takenOver());
        }

        private void attempt(Purchase purchase) {
            try {
                seen.add(saga.run(purchase).step());
            } catch (Crash dead) {
                seen.add(journal.stored().step());
            }
        }

        void isInOrder() {
            var end = journal.stored();
            assertThat(end.step()).as(toString()).isIn(story.ends);
            assertThat(end.approval()).isNull();
            if (end.step() == Step.PAID) {
                assertThat(stock.stateOf(begun.id())).as(toString()).isEqualTo(State.COMMITTED);
                assertThat(funds.stateOf(begun.id())).as(toString()).isEqualTo(State.COMMITTED);
            } else {
                assertThat(stock.holdsNothingOf(begun.id())).as(toString()).isTrue();
                assertThat(funds.holdsNothingOf(begun.id())).as(toString()).isTrue();
            }
        }

        @Override
        public String toString() {
            return "%s with %s, seen at %s".formatted(story, faults.struck, seen);
        }
    }
}
