package io.tiktoken.order.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.tiktoken.defaults.neighbour.Answer.No;
import io.tiktoken.defaults.neighbour.Answer.Unexpected;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.order.purchase.FakeReservations.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class PurchaseSagaTests {

    final SettableClock clock = new SettableClock();
    final PurchaseSettings settings = PurchaseFixtures.settings();
    final FakeStock stock = new FakeStock();
    final FakeFunds funds = new FakeFunds();
    final Purchase begun = PurchaseFixtures.begun(clock.instant());
    final MemoryJournal journal = new MemoryJournal(begun);
    final PurchaseSaga saga = new PurchaseSaga(stock, funds, journal, new PurchasePace(settings, clock));

    @Test
    void paysWhenStockAndMoneyAreThere() {
        assertThat(saga.run(begun).step()).isEqualTo(Step.PAID);
        assertThat(stock.calls).containsExactly("reserve", "commit");
        assertThat(funds.calls).containsExactly("reserve", "commit");
    }

    @Test
    void asksTheWalletForNothingWhenTheStockIsGone() {
        stock.refuses("out_of_stock");

        var end = saga.run(begun);

        assertThat(end.step()).isEqualTo(Step.REFUSED);
        assertThat(end.whyRefused()).isEqualTo(Refusal.OUT_OF_STOCK);
        assertThat(funds.calls).isEmpty();
    }

    @ParameterizedTest(name = "{0} undoes the purchase because of {1}")
    @CsvSource({
        "insufficient_funds, INSUFFICIENT_FUNDS",
        "limit_exceeded, LIMIT_EXCEEDED",
        "wallet_frozen, WALLET_FROZEN",
        "payee_frozen, PAYEE_FROZEN",
        "approval_invalid, APPROVAL_INVALID",
        "approval_expired, APPROVAL_EXPIRED",
        "approval_used, APPROVAL_USED",
        "approval_of_a_kind_unknown_today, APPROVAL_INVALID",
        "already_released, RESERVATION_EXPIRED",
        "expired, RESERVATION_EXPIRED"
    })
    void givesTheStockBackWhenTheWalletRefuses(String code, Refusal why) {
        funds.refuses(code);

        var end = saga.run(begun);

        assertThat(end.step()).isEqualTo(Step.REFUSED);
        assertThat(end.whyRefused()).isEqualTo(why);
        assertThat(stock.calls).containsExactly("reserve", "release");
        assertThat(funds.calls).containsExactly("reserve", "release");
        assertThat(stock.holdsNothingOf(begun.id())).isTrue();
    }

    @ParameterizedTest(name = "silence of {0} on {1} leaves the purchase at {2}")
    @CsvSource({
        "stock, reserve, STARTED",
        "funds, reserve, STOCK_RESERVED",
        "funds, commit, DECIDED",
        "stock, commit, FUNDS_COMMITTED"
    })
    void waitsWhereNobodyAnswersAndCarriesOnWhenTheyDo(String who, String command, Step standsAt) {
        var neighbour = who.equals("stock") ? stock : funds;
        neighbour.isSilentOn(command);

        var waiting = saga.run(begun);
        assertThat(waiting.step()).isEqualTo(standsAt);
        assertThat(waiting.patience().silences()).isEqualTo(1);
        assertThat(waiting.patience().dueAt()).isEqualTo(clock.instant().plusSeconds(1));

        neighbour.answersAgain();
        assertThat(saga.run(waiting).step()).isEqualTo(Step.PAID);
        assertThat(funds.commits).hasValue(1);
        assertThat(stock.commits).hasValue(1);
    }

    @ParameterizedTest(name = "silence of {0} on release leaves the undoing at {1}")
    @CsvSource({"funds, UNDOING_FUNDS", "stock, UNDOING_STOCK"})
    void goesOnUndoingWhenSomebodyWasSilent(String who, Step standsAt) {
        funds.refuses("insufficient_funds");
        var neighbour = who.equals("stock") ? stock : funds;
        neighbour.isSilentOn("release");

        var waiting = saga.run(begun);
        assertThat(waiting.step()).isEqualTo(standsAt);

        neighbour.answersAgain();
        assertThat(saga.run(waiting).step()).isEqualTo(Step.REFUSED);
        assertThat(stock.holdsNothingOf(begun.id())).isTrue();
    }

    @ParameterizedTest(name = "after {0} silences it pauses for {1} s")
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 15", "6, 15", "60, 15"})
    void pausesLongerAndLongerUpToALimit(int silences, int seconds) {
        funds.isSilentOn("commit");
        var purchase = saga.run(begun);
        for (var i = 1; i < silences; i++) {
            purchase = saga.run(purchase);
        }
        assertThat(purchase.patience().dueAt()).isEqualTo(clock.instant().plusSeconds(seconds));
    }

    @ParameterizedTest(name = "{0} s after its beginning an undecided purchase ends as {1}")
    @CsvSource({"59, PAID", "60, REFUSED"})
    void undoesWhatIsUndecidedAtTheDeadline(int seconds, Step end) {
        funds.isSilentOn("reserve");
        var waiting = saga.run(begun);
        funds.answersAgain();
        clock.advance(Duration.ofSeconds(seconds));

        var ended = saga.run(waiting);

        assertThat(ended.step()).isEqualTo(end);
        if (end == Step.REFUSED) {
            assertThat(ended.whyRefused()).isEqualTo(Refusal.PAYMENT_TIMED_OUT);
            assertThat(funds.calls)
                    .as("a reserve that got lost may still arrive")
                    .contains("release");
        }
    }

    @Test
    void neverUndoesWhatIsDecidedHoweverLongItTakes() {
        funds.isSilentOn("commit");
        var waiting = saga.run(begun);
        clock.advance(Duration.ofDays(3));
        for (var i = 0; i < 100; i++) {
            waiting = saga.run(waiting);
        }
        assertThat(waiting.step()).isEqualTo(Step.DECIDED);

        funds.answersAgain();

        assertThat(saga.run(waiting).step()).isEqualTo(Step.PAID);
    }

    @ParameterizedTest(name = "with {0} s left of the reservations the purchase ends as {1}")
    @CsvSource({"17, PAID", "16, REFUSED"})
    void decidesOnlyWhileBothCommitsStillFitIn(int secondsLeft, Step end) {
        funds.whileReserving(() -> clock.advance(settings.reservationsLast().minusSeconds(secondsLeft)));

        var ended = saga.run(begun);

        assertThat(ended.step()).isEqualTo(end);
        if (end == Step.REFUSED) {
            assertThat(ended.whyRefused()).isEqualTo(Refusal.RESERVATION_EXPIRED);
            assertThat(funds.calls).containsExactly("reserve", "release");
        }
    }

    @Test
    void undoesEverythingWhenTheFundsExpiredBeforeTheirCommit() {
        funds.expiresBeforeCommit();

        var end = saga.run(begun);

        assertThat(end.step()).isEqualTo(Step.REFUSED);
        assertThat(end.whyRefused()).isEqualTo(Refusal.RESERVATION_EXPIRED);
        assertThat(funds.stateOf(begun.id())).isEqualTo(State.EXPIRED);
        assertThat(stock.stateOf(begun.id())).isEqualTo(State.RELEASED);
    }

    @Test
    void refundsCommittedFundsWhenTheStockExpiredBeforeItsCommit() {
        stock.expiresBeforeCommit();

        var end = saga.run(begun);

        assertThat(end.step()).isEqualTo(Step.REFUSED);
        assertThat(funds.stateOf(begun.id())).isEqualTo(State.GIVEN_BACK);
        assertThat(funds.calls).containsExactly("reserve", "commit", "refund");
        assertThat(stock.stateOf(begun.id())).isEqualTo(State.EXPIRED);
    }

    @Test
    void givesBackWhatTurnsOutToBeCommittedWhenItIsReleased() {
        saga.run(begun);
        var undoing = journal.takenOver().undoing(Refusal.RESERVATION_EXPIRED, Step.UNDOING_FUNDS, clock.instant());

        var end = saga.run(undoing);

        assertThat(end.step()).isEqualTo(Step.REFUSED);
        assertThat(funds.stateOf(begun.id())).isEqualTo(State.GIVEN_BACK);
        assertThat(stock.stateOf(begun.id())).isEqualTo(State.GIVEN_BACK);
    }

    @ParameterizedTest(name = "{1} to {0} parks the purchase")
    @CsvSource({"commit, not_reserved", "commit, already_released"})
    void asksAnOperatorAfterAFewRefusalsThatCannotBe(String command, String code) {
        funds.answers(command, new No<>(code));

        assertThat(parkedAfter(settings.mostSurprises()).position().stuckAt()).isEqualTo(Step.DECIDED);
    }

    @ParameterizedTest(name = "an unexpected answer to {0} of {1} parks the purchase at {2}")
    @CsvSource({
        "stock, reserve, STARTED",
        "funds, reserve, STOCK_RESERVED",
        "funds, commit, DECIDED",
        "stock, commit, FUNDS_COMMITTED"
    })
    void asksAnOperatorAfterAFewUnexpectedAnswers(String who, String command, Step stuckAt) {
        (who.equals("stock") ? stock : funds).answers(command, new Unexpected<>("418 teapot"));

        var parked = parkedAfter(settings.mostSurprises());

        assertThat(parked.position().stuckAt()).isEqualTo(stuckAt);
        assertThat(parked.approval()).isNull();
    }

    @ParameterizedTest(name = "{1}, which is no refusal of a customer''s, parks the purchase at {2} and is not undone")
    @CsvSource({
        "stock, body_differs, STARTED",
        "stock, something_new, STARTED",
        "funds, body_differs, STOCK_RESERVED",
        "funds, something_new, STOCK_RESERVED"
    })
    void doesNotTellTheCustomerThatABugOfOursTookTooLong(String who, String code, Step stuckAt) {
        (who.equals("stock") ? stock : funds).answers("reserve", new No<>(code));

        var parked = parkedAfter(settings.mostSurprises());

        assertThat(parked.position().stuckAt()).isEqualTo(stuckAt);
        assertThat(parked.position().refusal()).isNull();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void saysOnceThatAnOperatorIsNeeded(CapturedOutput log) {
        funds.answers("reserve", new Unexpected<>("422 body_differs by wallet"));

        parkedAfter(settings.mostSurprises());

        assertThat(log.getAll().lines().filter(line -> line.contains("ERROR")))
                .singleElement(STRING)
                .contains(begun.id().toString(), "STOCK_RESERVED", "422 body_differs by wallet");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"stock, STARTED", "funds, STOCK_RESERVED"})
    void theDeadlineDoesNotHideAnUnexpectedAnswer(String who, Step stuckAt) {
        (who.equals("stock") ? stock : funds).answers("reserve", new Unexpected<>("418 teapot"));
        var surprised = saga.run(begun);
        clock.advance(settings.deadline());

        var parked = saga.run(surprised);

        assertThat(parked.step()).isEqualTo(Step.NEEDS_OPERATOR);
        assertThat(parked.position().stuckAt()).isEqualTo(stuckAt);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void asksForARefundAgainUntilTheMerchantHoldsItAndSaysOnceThatItIsOwed(CapturedOutput log) {
        stock.expiresBeforeCommit();
        funds.answers("refund", new No<>("insufficient_funds"));
        var owing = saga.run(begun);
        for (var i = 0; i < 3 * settings.mostSurprises(); i++) {
            owing = saga.run(owing);
            assertThat(owing.step()).isEqualTo(Step.REFUNDING_FUNDS);
        }
        assertThat(owing.patience().dueAt()).isEqualTo(clock.instant().plus(settings.longestPause()));
        assertThat(log.getAll().lines().filter(line -> line.contains("ERROR")))
                .singleElement(STRING)
                .contains(begun.id().toString(), "owes the refund");

        funds.answersAgain();

        assertThat(saga.run(owing).step()).isEqualTo(Step.REFUSED);
        assertThat(funds.stateOf(begun.id())).isEqualTo(State.GIVEN_BACK);
    }

    @Test
    void oneUnexpectedAnswerDoesNotStopAPurchase() {
        funds.answers("commit", new Unexpected<>("418 teapot"));
        var surprised = saga.run(begun);
        funds.answersAgain();

        assertThat(saga.run(surprised).step()).isEqualTo(Step.PAID);
    }

    @Test
    void forgetsTheApprovalAsSoonAsTheFundsAreReserved() {
        funds.isSilentOn("reserve");
        var waiting = saga.run(begun);
        assertThat(waiting.approval()).isEqualTo(PurchaseFixtures.APPROVAL);

        funds.answersAgain();
        funds.isSilentOn("commit");
        assertThat(saga.run(waiting).approval()).isNull();
        assertThat(begun.toString()).doesNotContain(PurchaseFixtures.APPROVAL.token());
    }

    private Purchase parkedAfter(int answers) {
        var purchase = begun;
        for (var i = 1; i <= answers; i++) {
            assertThat(purchase.step()).isNotEqualTo(Step.NEEDS_OPERATOR);
            purchase = saga.run(purchase);
        }
        assertThat(purchase.step()).isEqualTo(Step.NEEDS_OPERATOR);
        var calls = stock.calls.size() + funds.calls.size();
        saga.run(purchase);
        assertThat(stock.calls.size() + funds.calls.size())
                .as("it is left alone")
                .isEqualTo(calls);
        return purchase;
    }
}
