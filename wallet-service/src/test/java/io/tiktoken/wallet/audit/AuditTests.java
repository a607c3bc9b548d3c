package io.tiktoken.wallet.audit;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.defaults.outbox.Outboxes;
import io.tiktoken.defaults.outbox.Receiver.Answer;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.FakeAuditor;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer.Known;
import io.tiktoken.wallet.adjustment.DecideAdjustment;
import io.tiktoken.wallet.adjustment.Outcome;
import io.tiktoken.wallet.adjustment.RequestAdjustment;
import io.tiktoken.wallet.audit.AuditEvent.Kind;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.freeze.FreezeWallet;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class AuditTests {

    private static final Administrator ALICE = new Administrator(UUID.randomUUID(), "alice");
    private static final Administrator BOB = new Administrator(UUID.randomUUID(), "bob");
    private static final Known BOTH = new Known(new Signatories(Set.of(ALICE.id(), BOB.id()), 2));
    private static final Reason REASON = new Reason("paid twice");

    @Autowired
    Outboxes outboxes;

    @Autowired
    FakeAuditor auditor;

    @Autowired
    FreezeWallet freezeWallet;

    @Autowired
    RequestAdjustment requestAdjustment;

    @Autowired
    DecideAdjustment decideAdjustment;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final UUID customer = UUID.randomUUID();

    @AfterEach
    void theAuditorListens() {
        auditor.answers(Answer.TAKEN);
        clock.advance(Duration.ofMinutes(1));
        deliverEverything();
    }

    @Test
    void everythingThatAdministratorsDoIsReported() {
        freeze(Direction.OUT);
        freeze(Direction.OUT);
        freeze(Direction.NONE);
        decideAdjustment.confirm(requested(), BOB, BOTH);
        decideAdjustment.refuse(requested(), BOB);
        decideAdjustment.refuse(requested(), ALICE);

        deliverEverything();

        assertThat(auditor.eventsAbout(customer))
                .extracting(AuditEvent::kind)
                .containsExactly(
                        Kind.WALLET_FROZEN,
                        Kind.WALLET_FREEZE_LIFTED,
                        Kind.ADJUSTMENT_REQUESTED,
                        Kind.ADJUSTMENT_BOOKED,
                        Kind.ADJUSTMENT_REQUESTED,
                        Kind.ADJUSTMENT_REFUSED,
                        Kind.ADJUSTMENT_REQUESTED,
                        Kind.ADJUSTMENT_WITHDRAWN);
        assertThat(auditor.eventsAbout(customer).get(0)).satisfies(event -> {
            assertThat(event.actor()).isEqualTo(ALICE.id());
            assertThat(event.detail()).isEqualTo("OUT: paid twice");
            assertThat(event.at()).isEqualTo(clock.instant());
        });
        assertThat(auditor.eventsAbout(customer).get(3)).satisfies(event -> {
            assertThat(event.actor()).isEqualTo(BOB.id());
            assertThat(event.detail()).isEqualTo("5.00 TTK: paid twice (alice)");
        });
    }

    @Test
    void whatGotNoAnswerIsReportedAgainAndOnce() {
        auditor.answers(Answer.NO_ANSWER);
        freeze(Direction.OUT);
        deliverEverything();
        assertThat(auditor.eventsAbout(customer)).isEmpty();

        auditor.answers(Answer.TAKEN);
        clock.advance(Duration.ofMinutes(1));
        deliverEverything();
        deliverEverything();

        assertThat(auditor.eventsAbout(customer)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatDiffersIsNotReportedForEver() {
        auditor.answers(Answer.DIFFERS);
        freeze(Direction.OUT);
        deliverEverything();

        assertThat(waiting()).isZero();
    }

    @Test
    void theLongestWordsFit() {
        var longest = new Reason("😀".repeat(140));
        var by = new Administrator(UUID.randomUUID(), "a".repeat(32));
        var two = new Known(new Signatories(Set.of(by.id(), BOB.id()), 2));
        var alone = new Known(new Signatories(Set.of(by.id()), 1));

        var waiting = requestAdjustment.request(
                new RequestAdjustment.Request(new OwnerId(customer), ttk("-20000.00"), longest, null, by), two);
        var booked = requestAdjustment.request(
                new RequestAdjustment.Request(new OwnerId(customer), ttk("20000.00"), longest, null, by), alone);

        assertThat(waiting).isInstanceOf(Outcome.Done.class);
        assertThat(booked).isInstanceOf(Outcome.Done.class);
    }

    private void freeze(Direction direction) {
        freezeWallet.freeze(new FreezeWallet.Request(new OwnerId(customer), direction, REASON, ALICE));
    }

    private UUID requested() {
        var outcome = requestAdjustment.request(
                new RequestAdjustment.Request(new OwnerId(customer), ttk("5.00"), REASON, null, ALICE), BOTH);
        return ((Outcome.Done) outcome).adjustment().id();
    }

    /** Other tests leave events behind as well. */
    private void deliverEverything() {
        for (var before = waiting() + 1; waiting() < before; ) {
            before = waiting();
            outboxes.deliver();
        }
    }

    private int waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox WHERE parked_at IS NULL")
                .query(Integer.class)
                .single();
    }
}
