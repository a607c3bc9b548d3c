package io.tiktoken.defaults.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.testing.DatabaseTest;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

@DatabaseTest
@Import(DecisionsTests.Time.class)
class DecisionsTests {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Signatory ALICE = new Signatory(UUID.randomUUID(), "alice");
    private static final Signatory BOB = new Signatory(UUID.randomUUID(), "bob");
    private static final Signatory CAROL = new Signatory(UUID.randomUUID(), "carol");
    private static final Signatories ALL_THREE = able(3, ALICE, BOB, CAROL);
    private static final Signatories ONLY_ALICE = able(1, ALICE);

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @Autowired
    Decisions decisions;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final UUID subject = UUID.randomUUID();

    @Test
    void happensWhenAnotherOneConfirms() {
        var decision = asked(ALICE);
        assertThat(effects()).isZero();

        var confirmed = confirm(decision, BOB, ALL_THREE);

        assertThat(confirmed).isInstanceOfSatisfying(Ruling.Confirmed.class, ruling -> {
            assertThat(ruling.answer()).isEqualTo("done");
            assertThat(ruling.decision()).isEqualTo(read(decision));
        });
        assertThat(read(decision)).satisfies(now -> {
            assertThat(now.status()).isEqualTo(Status.CONFIRMED);
            assertThat(now.decidedBy()).isEqualTo(BOB);
            assertThat(now.decidedAt()).isEqualTo(clock.instant());
            assertThat(now.alone()).isFalse();
            assertThat(now.details().path("amount").longValue()).isEqualTo(7);
        });
        assertThat(SignaturesView.of(read(decision)))
                .isEqualTo(new SignaturesView(
                        ALICE.id(),
                        "alice",
                        decision.requestedAt(),
                        decision.expiresAt(),
                        BOB.id(),
                        "bob",
                        clock.instant(),
                        false));
        assertThat(effects()).isOne();
        assertThat(confirm(decision, CAROL, ALL_THREE)).isEqualTo(new Ruling.NoLongerOpen<>(Status.CONFIRMED));
        assertThat(decisions.refuse(decision.id(), CAROL)).isEqualTo(new Ending.NoLongerOpen(Status.CONFIRMED));
        assertThat(effects()).isOne();
    }

    @Test
    void whoHoldsTheRoleWithNobodyElseDecidesAlone() {
        var ruling = request(ALICE, ONLY_ALICE, true);

        assertThat(ruling).isInstanceOfSatisfying(Ruling.Confirmed.class, confirmed -> {
            assertThat(confirmed.decision().alone()).isTrue();
            assertThat(confirmed.decision().decidedBy()).isEqualTo(ALICE);
            assertThat(confirmed.decision()).isEqualTo(read(confirmed.decision()));
        });
        assertThat(effects()).isOne();
    }

    /** The others may have lost what makes them able, or have been made to. */
    @Test
    void whoIsOnlyTheLastAbleOneDoesNot() {
        assertThat(request(ALICE, able(2, ALICE), true)).isInstanceOf(Ruling.Awaiting.class);
        assertThat(request(ALICE, able(1, BOB), true)).isEqualTo(new Ruling.NoLongerAble<>());
        assertThat(request(ALICE, able(1), true)).isEqualTo(new Ruling.NoLongerAble<>());
        assertThat(effects()).isZero();
    }

    @Test
    void neitherWhoAskedNorWhomItIsAboutConfirms() {
        var decision = asked(ALICE);
        var self = new Signatory(subject, "dave");

        assertThat(confirm(decision, ALICE, ALL_THREE)).isEqualTo(new Ruling.NeedsAnother<>());
        assertThat(confirm(decision, ALICE, ONLY_ALICE))
                .as("not even when the others are gone")
                .isEqualTo(new Ruling.NeedsAnother<>());
        assertThat(confirm(decision, self, able(2, ALICE, self))).isEqualTo(new Ruling.NeedsAnother<>());
        assertThat(effects()).isZero();
    }

    @Test
    void bothMustBeAbleWhenItIsConfirmed() {
        var decision = asked(ALICE);

        assertThat(confirm(decision, BOB, able(3, ALICE, CAROL))).isEqualTo(new Ruling.NoLongerAble<>());
        assertThat(confirm(decision, BOB, able(3, BOB, CAROL))).isEqualTo(new Ruling.RequesterNoLongerAble<>());
        assertThat(effects()).isZero();
        assertThat(confirm(decision, BOB, able(3, ALICE, BOB))).isInstanceOf(Ruling.Confirmed.class);
    }

    @Test
    void theOthersRefuseAndTheRequesterWithdraws() {
        var refused = asked(ALICE);
        var withdrawn = asked(ALICE);

        decisions.refuse(refused.id(), BOB);
        decisions.refuse(withdrawn.id(), ALICE);

        assertThat(read(refused).status()).isEqualTo(Status.REFUSED);
        assertThat(read(withdrawn).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(confirm(refused, CAROL, ALL_THREE)).isEqualTo(new Ruling.NoLongerOpen<>(Status.REFUSED));
        assertThat(confirm(withdrawn, CAROL, ALL_THREE)).isEqualTo(new Ruling.NoLongerOpen<>(Status.WITHDRAWN));
        assertThat(effects()).isZero();
    }

    @Test
    void expires() {
        var almost = asked(ALICE);
        var late = asked(ALICE);

        clock.advance(A_DAY.minusMillis(1));
        assertThat(confirm(almost, BOB, ALL_THREE)).isInstanceOf(Ruling.Confirmed.class);

        clock.advance(Duration.ofMillis(1));
        assertThat(read(late).status()).isEqualTo(Status.EXPIRED);
        assertThat(confirm(late, BOB, ALL_THREE)).isEqualTo(new Ruling.NoLongerOpen<>(Status.EXPIRED));
        assertThat(decisions.refuse(late.id(), BOB)).isEqualTo(new Ending.NoLongerOpen(Status.EXPIRED));
        assertThat(effects()).isOne();
    }

    @Test
    void makesWayForAnother() {
        var earlier = asked(ALICE);
        assertThat(decisions.open("LIGHT", subject, ALL_THREE)).contains(earlier);
        assertThat(decisions.open("LIGHT", subject, able(3, BOB, CAROL)))
                .as("what nobody can confirm is not open")
                .isEmpty();

        decisions.expire("LIGHT", subject);

        assertThat(read(earlier).status()).isEqualTo(Status.EXPIRED);
        assertThat(read(earlier).decidedBy()).isNull();
        assertThat(decisions.open("LIGHT", subject, ALL_THREE)).isEmpty();
    }

    @Test
    void whatCannotHappenIsNotDecided() {
        var decision = asked(ALICE);

        assertThat(decisions.confirm(decision.id(), BOB, ALL_THREE, _ -> new Effect<>("no bulb", false)))
                .isEqualTo(new Ruling.Declined<>("no bulb"));
        assertThat(read(decision)).isEqualTo(decision);
        assertThat(confirm(decision, BOB, ALL_THREE)).isInstanceOf(Ruling.Confirmed.class);

        assertThat(request(ALICE, ONLY_ALICE, false)).isEqualTo(new Ruling.Declined<>("no bulb"));
        assertThat(list(null)).hasSize(1);
    }

    @Test
    void anEffectThatFailsUndoesTheDecision() {
        var decision = asked(ALICE);

        assertThatThrownBy(() -> decisions.confirm(decision.id(), BOB, ALL_THREE, _ -> {
                    happen();
                    throw new IllegalArgumentException("a fuse blew");
                }))
                .hasMessage("a fuse blew");

        assertThat(effects()).isZero();
        assertThat(read(decision).status()).isEqualTo(Status.AWAITING_CONFIRMATION);
    }

    @Test
    void ofThirtyTwoConfirmationsAtOnceOneCounts() throws Exception {
        var decision = asked(ALICE);
        var others = IntStream.range(0, 32)
                .mapToObj(i -> new Signatory(UUID.randomUUID(), "bob" + i))
                .toList();
        var everybody = Stream.concat(Stream.of(ALICE), others.stream()).toArray(Signatory[]::new);
        var able = able(33, everybody);
        var confirmations = others.stream()
                .<Callable<Ruling<String>>>map(other -> () -> confirm(decision, other, able))
                .toList();

        try (var threads = Executors.newFixedThreadPool(32)) {
            var rulings = threads.invokeAll(confirmations).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(rulings).filteredOn(Ruling.Confirmed.class::isInstance).hasSize(1);
            assertThat(rulings)
                    .filteredOn(new Ruling.NoLongerOpen<>(Status.CONFIRMED)::equals)
                    .hasSize(31);
        }
        assertThat(effects()).isOne();
    }

    @Test
    void areListedNewestFirst() {
        var expired = asked(ALICE);
        clock.advance(A_DAY);
        var refused = asked(ALICE);
        decisions.refuse(refused.id(), BOB);
        var waiting = asked(ALICE);

        assertThat(list(null)).containsExactly(waiting.id(), refused.id(), expired.id());
        assertThat(list(Status.AWAITING_CONFIRMATION)).containsExactly(waiting.id());
        assertThat(list(Status.EXPIRED)).containsExactly(expired.id());
        assertThat(list(Status.CONFIRMED)).isEmpty();
        var page = decisions.list(new DecisionFilter("LIGHT", subject, null), new PageQuery(1, waiting.id()));
        assertThat(page.data()).extracting(Decision::id).containsExactly(refused.id());
        assertThat(page.nextCursor()).isEqualTo(refused.id().toString());
        assertThat(decisions
                        .list(new DecisionFilter("HEAT", subject, null), new PageQuery(1, null))
                        .data())
                .isEmpty();
    }

    @Test
    void unknownOnesAreUnknown() {
        assertThat(decisions.confirm(UUID.randomUUID(), BOB, ALL_THREE, _ -> happen()))
                .isEqualTo(new Ruling.Unknown<>());
        assertThat(decisions.refuse(UUID.randomUUID(), BOB)).isEqualTo(new Ending.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE decisions SET subject = 'another' WHERE id = ?",
                "UPDATE decisions SET details = '{}' WHERE id = ?",
                "UPDATE decisions SET status = 'REFUSED', decided_by = 'eve', decided_by_name = 'eve' WHERE id = ?",
                "DELETE FROM decisions WHERE id = ?"
            })
    void nobodyRewritesWhatWasDecided(String statement) {
        var decision = asked(ALICE);
        confirm(decision, BOB, ALL_THREE);

        assertThatThrownBy(() -> update(statement, decision)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'CONFIRMED', decided_by = requested_by, decided_by_name = 'alice', decided_at = 1",
                "status = 'CONFIRMED', decided_by = 'bob', decided_by_name = 'bob', decided_at = 1, alone = 1",
                "status = 'CONFIRMED', decided_at = 1",
                "status = 'REFUSED', decided_by = requested_by, decided_by_name = 'alice', decided_at = 1",
                "status = 'WITHDRAWN', decided_by = 'bob', decided_by_name = 'bob', decided_at = 1"
            })
    void theTableKnowsTheRuleToo(String change) {
        var decision = asked(ALICE);

        assertThatThrownBy(() -> update("UPDATE decisions SET " + change + " WHERE id = ?", decision))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void allWhoAreAbleHoldTheRole() {
        assertThatThrownBy(() -> able(1, ALICE, BOB)).isInstanceOf(IllegalArgumentException.class);
    }

    private Decision asked(Signatory by) {
        return ((Ruling.Awaiting<String>) request(by, ALL_THREE, true)).decision();
    }

    private Ruling<String> request(Signatory by, Signatories now, boolean possible) {
        var details = JsonNodeFactory.instance.objectNode().put("amount", 7);
        var request = new Decisions.Request("LIGHT", subject, details, "It is dark", by, A_DAY);
        return decisions.request(request, now, _ -> possible ? happen() : new Effect<>("no bulb", false));
    }

    private Ruling<String> confirm(Decision decision, Signatory by, Signatories now) {
        return decisions.confirm(decision.id(), by, now, _ -> happen());
    }

    /** In the database, so that it is undone with the decision. */
    private Effect<String> happen() {
        jdbc.sql("INSERT INTO notes (id, text) VALUES (?, ?)")
                .params(UUID.randomUUID().toString(), subject.toString())
                .update();
        return new Effect<>("done", true);
    }

    private int effects() {
        return jdbc.sql("SELECT count(*) FROM notes WHERE text = ?")
                .param(subject.toString())
                .query(Integer.class)
                .single();
    }

    private Decision read(Decision decision) {
        return decisions.find(decision.id()).orElseThrow();
    }

    private List<UUID> list(@Nullable Status status) {
        return decisions.list(new DecisionFilter("LIGHT", subject, status), new PageQuery(100, null)).data().stream()
                .map(Decision::id)
                .toList();
    }

    private void update(String statement, Decision decision) {
        writer.run(() -> jdbc.sql(statement).param(decision.id().toString()).update());
    }

    private static Signatories able(int holders, Signatory... able) {
        return new Signatories(Arrays.stream(able).map(Signatory::id).collect(Collectors.toSet()), holders);
    }
}
