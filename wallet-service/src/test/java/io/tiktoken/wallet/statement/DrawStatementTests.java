package io.tiktoken.wallet.statement;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement.Transfer;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.statement.DrawStatement.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.util.Streamable;
import org.springframework.test.context.TestPropertySource;

@VerbTest
@TestPropertySource(properties = "tiktoken.statement.most-transactions=5")
class DrawStatementTests {

    @Autowired
    DrawStatement drawStatement;

    @Autowired
    SummariseMonths summariseMonths;

    @Autowired
    History history;

    @Autowired
    Journal journal;

    @Autowired
    TestWallets wallets;

    @Autowired
    SettableClock clock;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @BeforeEach
    void somethingHappened() {
        at("2026-01-31T15:59:59.999Z").topUp("100.00"); // Still January in Singapore.
        at("2026-01-31T16:00:00Z").send("30.00", "for lunch");
        at("2026-02-10T00:00:00Z").topUp("5.00");
        at("2026-02-28T15:59:59.999Z").send("0.50", "50% of a tip");
        at("2026-03-05T00:00:00Z").send("4.50", "bye");
    }

    @Test
    void tellsWhatWasThereWhatCameAndWentAndWhatIsLeft() {
        var february = drawn("2026-02-01", "2026-02-28");

        assertThat(february.opening()).isEqualTo(ttk("100.00"));
        assertThat(february.in()).isEqualTo(ttk("5.00"));
        assertThat(february.out()).isEqualTo(ttk("30.50").negated());
        assertThat(february.closing()).isEqualTo(ttk("74.50"));
        assertThat(february.transactions())
                .extracting(Transaction::amount)
                .containsExactly(
                        ttk("30.00").negated(), ttk("5.00"), ttk("0.50").negated());
        assertThat(february.journal()).isEqualTo(journal.head());
    }

    @Test
    void oneEndsWhereTheNextBegins() {
        assertThat(drawn("2026-01-01", "2026-01-31").closing())
                .isEqualTo(drawn("2026-02-01", "2026-02-28").opening());
        assertThat(drawn("2026-02-01", "2026-02-28").closing())
                .isEqualTo(drawn("2026-03-01", "2026-03-31").opening());
    }

    @Test
    void addsUpAlsoWhereAClockWasWrong() {
        at("2026-02-03T00:00:00Z").send("1.00", "from the past");

        var march = drawn("2026-03-01", "2026-03-31");
        var february = drawn("2026-02-01", "2026-02-28");
        assertThat(february.closing().minus(february.opening()).amount())
                .isEqualTo(february.in().plus(february.out()).amount())
                .isEqualTo(Streamable.of(february.transactions()).stream()
                        .mapToLong(transaction -> transaction.amount().amount())
                        .sum());
        assertThat(march.transactions()).isEmpty();
        assertThat(march.closing()).isEqualTo(ttk("69.00"));
    }

    @Test
    void ofQuietDaysIsEmpty() {
        var quiet = drawn("2027-01-01", "2027-12-31");

        assertThat(quiet.transactions()).isEmpty();
        assertThat(quiet.opening()).isEqualTo(ttk("70.00")).isEqualTo(quiet.closing());
    }

    @Test
    void moreThanFitsIsRefusedWhole() {
        at("2026-03-06T00:00:00Z").topUp("1.00");

        assertThat(drawStatement.draw(new OwnerId(alice), days("2026-01-01", "2026-03-31")))
                .isEqualTo(new Outcome.TooLong(5));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T15:59:59.999Z, 0.00",
        "2026-01-31T16:00:00Z, 100.00",
        "2026-01-31T16:00:00.001Z, 70.00",
        "2027-01-01T00:00:00Z, 70.00"
    })
    void tellsWhatWasInTheWalletJustBeforeAMoment(Instant moment, String balance) {
        assertThat(drawStatement.balanceAt(new OwnerId(alice), moment)).isEqualTo(ttk(balance));
    }

    @Test
    void addsMonthsUp() {
        clock.set(Instant.parse("2026-04-01T00:00:00Z"));

        var months = summariseMonths.last(4, new OwnerId(alice));

        assertThat(months)
                .extracting(Month::month)
                .containsExactly(
                        YearMonth.of(2026, 4), YearMonth.of(2026, 3), YearMonth.of(2026, 2), YearMonth.of(2026, 1));
        assertThat(months).extracting(Month::in).containsExactly(zero(), zero(), ttk("5.00"), ttk("100.00"));
        assertThat(months)
                .extracting(Month::out)
                .containsExactly(zero(), ttk("4.50").negated(), ttk("30.50").negated(), zero());
        assertThat(months.get(2).types())
                .extracting(type -> "%s %d %s".formatted(type.type(), type.count(), type.amount()))
                .containsExactly("TOP_UP 1 5.00 TTK", "TRANSFER_OUT 2 -30.50 TTK");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({"LUNCH, 1", "bob, 3", "50%, 1", "%, 1", "_, 0", "visa, 2", "nothing, 0"})
    void isSearchedByWords(String text, int found) {
        assertThat(history.of(new OwnerId(alice), new Selection(null, text, null, null), new PageQuery(100, null))
                        .data())
                .hasSize(found);
    }

    private Statement drawn(String first, String last) {
        return ((Outcome.Drawn) drawStatement.draw(new OwnerId(alice), days(first, last))).statement();
    }

    private static Period days(String first, String last) {
        return Period.ofDays(LocalDate.parse(first), LocalDate.parse(last));
    }

    private static Money zero() {
        return ttk("0.00");
    }

    private DrawStatementTests at(String instant) {
        clock.set(Instant.parse(instant));
        return this;
    }

    private void topUp(String amount) {
        wallets.topUp(alice, amount);
    }

    private void send(String amount, String note) {
        journal.postSurely(new Transfer(
                UUID.randomUUID(),
                new Party(new OwnerId(alice), "alice (A•••)"),
                new Party(new OwnerId(bob), "bob (B••)"),
                ttk(amount),
                note));
    }

    @Test
    void whatIsOnItIsOnlyTheOwners() {
        assertThat(List.of(drawStatement.draw(new OwnerId(UUID.randomUUID()), days("2026-01-01", "2026-03-31"))))
                .allSatisfy(outcome -> assertThat(
                                ((Outcome.Drawn) outcome).statement().transactions())
                        .isEmpty());
    }
}
