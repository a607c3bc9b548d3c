package io.tiktoken.wallet.adjustment;

import static io.tiktoken.wallet.TestWallets.ttk;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.defaults.decision.Signatory;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer.Known;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer.NoAnswer;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.audit.Administrator;
import io.tiktoken.wallet.freeze.Direction;
import io.tiktoken.wallet.freeze.FreezeWallet;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.proof.ProveLedger;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.statement.History;
import io.tiktoken.wallet.statement.Selection;
import io.tiktoken.wallet.statement.Transaction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class AdjustmentTests {

    private static final Administrator ALICE = new Administrator(UUID.randomUUID(), "alice");
    private static final Administrator BOB = new Administrator(UUID.randomUUID(), "bob");
    private static final Known BOTH = able(2, ALICE, BOB);
    private static final Known ONLY_ALICE = able(1, ALICE);
    /** The other one lost the phone, or is suspended since yesterday, or was made to seem so. */
    private static final Known ALICE_OF_TWO = able(2, ALICE);

    @Autowired
    RequestAdjustment requestAdjustment;

    @Autowired
    DecideAdjustment decideAdjustment;

    @Autowired
    Adjustments adjustments;

    @Autowired
    FreezeWallet freezeWallet;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    History history;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    private final UUID customer = UUID.randomUUID();

    @AfterEach
    void theLedgerHolds() {
        assertThat(proveLedger.prove().holds()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"5.00, 105.00", "-5.00, 95.00"})
    void theOnlyAdministratorBooksAtOnceAndTheCustomerReadsWhy(String amount, String balance) {
        wallets.topUp(customer, "100.00");

        var adjustment = done(request(amount, null, ONLY_ALICE));

        assertThat(adjustment.state()).isEqualTo(State.BOOKED);
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk(balance));
        assertThat(newest()).satisfies(seen -> {
            assertThat(seen.id()).isEqualTo(adjustment.id());
            assertThat(seen.type().name()).isEqualTo("ADJUSTMENT");
            assertThat(seen.amount()).isEqualTo(ttk(amount));
            assertThat(seen.counterparty()).isNull();
            assertThat(seen.description()).isEqualTo("Correction: paid twice");
            assertThat(seen.reference()).isEqualTo(adjustment.id());
        });
    }

    @Test
    void itRefersToWhatItCorrects() {
        wallets.topUp(customer, "100.00");
        var wrong = newest().id();

        done(request("-100.00", wrong, ONLY_ALICE));

        assertThat(newest().reference()).isEqualTo(wrong);
    }

    @Test
    void nobodyCorrectsWhatTheWalletDoesNotHave() {
        var others = wallets.someoneWith("1.00");
        var ofOthers = history.of(new OwnerId(others), Selection.EVERYTHING, new PageQuery(1, null))
                .data()
                .getFirst()
                .id();

        assertThat(request("1.00", ofOthers, ONLY_ALICE)).isEqualTo(new Outcome.UnknownTransaction());
        assertThat(request("1.00", UUID.randomUUID(), BOTH)).isEqualTo(new Outcome.UnknownTransaction());
        assertThat(all()).isEmpty();
    }

    @Test
    void whereThereAreTwoTheOtherOneConfirms() {
        var adjustment = done(request("5.00", null, BOTH));

        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("0.00"));
        assertThat(adjustment.state()).isEqualTo(State.AWAITING_CONFIRMATION);
        assertThat(confirm(adjustment, ALICE)).isEqualTo(new Outcome.NeedsAnotherAdministrator());

        var confirmed = done(confirm(adjustment, BOB));

        assertThat(confirmed.state()).isEqualTo(State.BOOKED);
        assertThat(confirmed.decision()).satisfies(decision -> {
            assertThat(decision.decidedBy()).isEqualTo(new Signatory(BOB.id(), "bob"));
            assertThat(decision.decidedAt()).isEqualTo(clock.instant());
            assertThat(decision.alone()).isFalse();
        });
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("5.00"));
        assertThat(confirm(adjustment, BOB)).isEqualTo(new Outcome.NoLongerOpen(State.BOOKED));
        assertThat(decideAdjustment.refuse(adjustment.id(), BOB)).isEqualTo(new Outcome.NoLongerOpen(State.BOOKED));
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("5.00"));
    }

    @Test
    void whoIsOnlyTheLastAbleOneDoesNotBookAlone() {
        var adjustment = done(request("5.00", null, ALICE_OF_TWO));

        assertThat(adjustment.state()).isEqualTo(State.AWAITING_CONFIRMATION);
        assertThat(decideAdjustment.confirm(adjustment.id(), ALICE, ALICE_OF_TWO))
                .isEqualTo(new Outcome.NeedsAnotherAdministrator());
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void theAuditSaysWhoBookedAlone() {
        done(request("5.00", null, ONLY_ALICE));
        done(confirm(done(request("6.00", null, BOTH)), BOB));

        assertThat(reported())
                .containsExactly(
                        "ADJUSTMENT_BOOKED 5.00 TTK: paid twice (alice, alone)",
                        "ADJUSTMENT_REQUESTED 6.00 TTK: paid twice (alice)",
                        "ADJUSTMENT_BOOKED 6.00 TTK: paid twice (alice)");
    }

    @Test
    void nobodyConfirmsForTheirOwnWallet() {
        var owner = new Administrator(customer, "carol");
        var adjustment = done(request("5.00", null, able(2, ALICE, owner)));

        assertThat(decideAdjustment.confirm(adjustment.id(), owner, able(2, ALICE, owner)))
                .isEqualTo(new Outcome.NeedsAnotherAdministrator());
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void whoIsTheOnlyOneLeftStillCannotConfirmTheirOwn() {
        var adjustment = done(request("5.00", null, BOTH));

        assertThat(decideAdjustment.confirm(adjustment.id(), ALICE, ONLY_ALICE))
                .isEqualTo(new Outcome.NeedsAnotherAdministrator());
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("0.00"));
    }

    @RepeatedTest(3)
    void ofManyConfirmationsAtOnceOneBooksIt() throws Exception {
        var adjustment = done(request("5.00", null, BOTH));
        var others = Stream.generate(() -> new Administrator(UUID.randomUUID(), "bob"))
                .limit(32)
                .toList();
        var able = able(33, Stream.concat(Stream.of(ALICE), others.stream()).toArray(Administrator[]::new));
        var confirmations = others.stream()
                .<Callable<Outcome>>map(other -> () -> decideAdjustment.confirm(adjustment.id(), other, able))
                .toList();

        try (var threads = Executors.newFixedThreadPool(32)) {
            var outcomes = threads.invokeAll(confirmations).stream()
                    .map(future -> future.resultNow())
                    .toList();

            assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(new Outcome.NoLongerOpen(State.BOOKED)::equals)
                    .hasSize(31);
        }
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("5.00"));
    }

    @RepeatedTest(3)
    void ofConfirmationAndRefusalAtOnceOneCounts() throws Exception {
        var adjustment = done(request("5.00", null, BOTH));
        var answers = IntStream.range(0, 32)
                .<Callable<Outcome>>mapToObj(i ->
                        () -> i % 2 == 0 ? confirm(adjustment, BOB) : decideAdjustment.refuse(adjustment.id(), ALICE))
                .toList();

        try (var threads = Executors.newFixedThreadPool(32)) {
            assertThat(threads.invokeAll(answers).stream().map(future -> future.resultNow()))
                    .filteredOn(Outcome.Done.class::isInstance)
                    .hasSize(1);
        }
        assertThat(wallets.of(customer).balance())
                .isEqualTo(stateOf(adjustment) == State.BOOKED ? ttk("5.00") : ttk("0.00"));
    }

    @Test
    void theOtherOneRefusesAndTheRequesterWithdraws() {
        var refused = done(request("5.00", null, BOTH));
        var withdrawn = done(request("6.00", null, BOTH));

        decideAdjustment.refuse(refused.id(), BOB);
        decideAdjustment.refuse(withdrawn.id(), ALICE);

        assertThat(stateOf(refused)).isEqualTo(State.REFUSED);
        assertThat(stateOf(withdrawn)).isEqualTo(State.WITHDRAWN);
        assertThat(confirm(refused, BOB)).isEqualTo(new Outcome.NoLongerOpen(State.REFUSED));
        assertThat(confirm(withdrawn, BOB)).isEqualTo(new Outcome.NoLongerOpen(State.WITHDRAWN));
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void afterSevenDaysItIsTooLate() {
        var almost = done(request("5.00", null, BOTH));
        var late = done(request("6.00", null, BOTH));

        clock.advance(Duration.ofDays(7).minusMillis(1));
        assertThat(confirm(almost, BOB)).isInstanceOf(Outcome.Done.class);

        clock.advance(Duration.ofMillis(1));
        assertThat(confirm(late, BOB)).isEqualTo(new Outcome.NoLongerOpen(State.EXPIRED));
        assertThat(decideAdjustment.refuse(late.id(), BOB)).isEqualTo(new Outcome.NoLongerOpen(State.EXPIRED));
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("5.00"));
    }

    @ParameterizedTest(name = "of 100.00 with 40.00 promised elsewhere, {0} can be taken out: {1}")
    @CsvSource({"-60.00, true", "-60.01, false"})
    void takesOutWhatIsAvailableWhenItIsBooked(String amount, boolean enough) {
        wallets.topUp(customer, "100.00");
        var waiting = done(request(amount, null, BOTH));
        setAside("40.00");

        var atOnce = request(amount, null, ONLY_ALICE);
        if (enough) {
            assertThat(atOnce).isInstanceOf(Outcome.Done.class);
            assertThat(wallets.of(customer).available()).isEqualTo(ttk("0.00"));
            return;
        }
        assertThat(atOnce).isEqualTo(new Outcome.InsufficientFunds());
        assertThat(confirm(waiting, BOB)).isEqualTo(new Outcome.InsufficientFunds());
        assertThat(all()).as("what could not be booked at once is not there").hasSize(1);

        wallets.topUp(customer, "0.01");
        assertThat(confirm(waiting, BOB)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void nothingIsTakenOutOfAWalletThatNeverHadMoney() {
        assertThat(request("-0.01", null, ONLY_ALICE)).isEqualTo(new Outcome.InsufficientFunds());
    }

    @Test
    void neitherAFullWalletNorAFreezeStopsIt() {
        wallets.topUp(customer, "20000.00");
        freezeWallet.freeze(
                new FreezeWallet.Request(new OwnerId(customer), Direction.BOTH, new Reason("an enquiry"), ALICE));

        assertThat(request("0.01", null, ONLY_ALICE)).isInstanceOf(Outcome.Done.class);
        assertThat(request("-1.00", null, ONLY_ALICE)).isInstanceOf(Outcome.Done.class);
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("19999.01"));
    }

    @ParameterizedTest(name = "{0} at once: too much is {1}")
    @CsvSource({
        "2000000, false",
        "2000001, true",
        "-2000000, false",
        "-2000001, true",
        "9223372036854775807, true",
        "-9223372036854775808, true"
    })
    void aSlipOfTheFingerIsNoFortune(long amount, boolean tooMuch) {
        wallets.topUp(customer, "20000.00");

        var outcome = requestAdjustment.request(requested(Money.tikTokens(amount), null), BOTH);

        assertThat(outcome.equals(new Outcome.TooMuch(ttk("20000.00")))).isEqualTo(tooMuch);
    }

    @Test
    void nobodyGuessesHowManyThereAre() {
        assertThat(request("5.00", null, new NoAnswer())).isEqualTo(new Outcome.NoAnswer());
        var waiting = done(request("5.00", null, BOTH));
        assertThat(decideAdjustment.confirm(waiting.id(), BOB, new NoAnswer())).isEqualTo(new Outcome.NoAnswer());

        assertThat(all()).hasSize(1);
        assertThat(stateOf(waiting)).isEqualTo(State.AWAITING_CONFIRMATION);
    }

    @Test
    void whoCanAdministerNoMoreNeitherAsksNorConfirms() {
        var onlyBob = able(1, BOB);

        assertThat(request("5.00", null, onlyBob)).as("not even as the last").isEqualTo(new Outcome.NoLongerAble());
        assertThat(request("5.00", null, able(0))).isEqualTo(new Outcome.NoLongerAble());
        var waiting = done(request("5.00", null, BOTH));
        assertThat(decideAdjustment.confirm(waiting.id(), BOB, ONLY_ALICE)).isEqualTo(new Outcome.NoLongerAble());
        assertThat(decideAdjustment.confirm(waiting.id(), BOB, onlyBob)).isEqualTo(new Outcome.RequesterNoLongerAble());
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void areListedByStateNewestFirst() {
        var expired = done(request("1.00", null, BOTH));
        clock.advance(Duration.ofDays(7));
        var booked = done(request("2.00", null, ONLY_ALICE));
        var first = done(request("3.00", null, BOTH));
        var second = done(request("4.00", null, BOTH));

        assertThat(idsOf(State.AWAITING_CONFIRMATION)).containsExactly(second.id(), first.id());
        assertThat(idsOf(State.BOOKED)).containsExactly(booked.id());
        assertThat(idsOf(State.EXPIRED)).containsExactly(expired.id());
        assertThat(idsOf(State.REFUSED)).isEmpty();
        assertThat(idsOf(null)).containsExactly(second.id(), first.id(), booked.id(), expired.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE decisions SET details = '{\"amount\":1}'",
                "UPDATE decisions SET status = 'REFUSED'",
                "DELETE FROM decisions"
            })
    void nobodyRewritesWhatWasDecided(String statement) {
        done(request("5.00", null, ONLY_ALICE));

        assertThatThrownBy(() -> writer.write(() -> jdbc.sql(statement).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void unknownOnesAreUnknown() {
        assertThat(decideAdjustment.confirm(UUID.randomUUID(), BOB, BOTH)).isEqualTo(new Outcome.Unknown());
        assertThat(decideAdjustment.refuse(UUID.randomUUID(), BOB)).isEqualTo(new Outcome.Unknown());
    }

    private Outcome request(String amount, @Nullable UUID corrects, AbleAdministrators.Answer able) {
        return requestAdjustment.request(requested(ttk(amount), corrects), able);
    }

    private RequestAdjustment.Request requested(Money amount, @Nullable UUID corrects) {
        return new RequestAdjustment.Request(new OwnerId(customer), amount, new Reason("paid twice"), corrects, ALICE);
    }

    private void setAside(String amount) {
        var request = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(UUID.randomUUID()),
                ttk(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
        reserveFunds.reserve(request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
    }

    private static Known able(int holders, Administrator... able) {
        return new Known(
                new Signatories(Arrays.stream(able).map(Administrator::id).collect(toUnmodifiableSet()), holders));
    }

    private List<String> reported() {
        return jdbc.sql("""
                        SELECT concat_ws(' ', payload ->> 'kind', payload ->> 'detail') FROM outbox
                        WHERE subject = ? ORDER BY position""").param(customer.toString()).query(String.class).list();
    }

    private Outcome confirm(Adjustment adjustment, Administrator by) {
        return decideAdjustment.confirm(adjustment.id(), by, BOTH);
    }

    private static Adjustment done(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).adjustment();
    }

    private State stateOf(Adjustment adjustment) {
        return adjustments.find(adjustment.id()).orElseThrow().state();
    }

    private List<UUID> idsOf(@Nullable State state) {
        return adjustments.list(state, new OwnerId(customer), new PageQuery(100, null)).data().stream()
                .map(Adjustment::id)
                .toList();
    }

    private List<UUID> all() {
        return idsOf(null);
    }

    private Transaction newest() {
        return history.of(new OwnerId(customer), Selection.EVERYTHING, new PageQuery(1, null))
                .data()
                .getFirst();
    }
}
