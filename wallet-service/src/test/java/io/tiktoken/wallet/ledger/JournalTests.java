package io.tiktoken.wallet.ledger;

import static io.tiktoken.wallet.TestWallets.cardTopUp;
import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class JournalTests {

    @Autowired
    Journal journal;

    @Autowired
    Entries entries;

    @Autowired
    TestWallets wallets;

    @Autowired
    Wallets allWallets;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFirstMoneyOpensAWallet() {
        var alice = UUID.randomUUID();
        assertThat(wallets.of(alice)).isEqualTo(Wallet.untouched(new OwnerId(alice)));

        journal.postSurely(cardTopUp(alice, "20.00"));

        assertThat(wallets.of(alice)).isEqualTo(new Wallet(new OwnerId(alice), ttk("20.00"), ttk("0.00")));
    }

    @Test
    void everyEntryIsSealedOntoTheOneBeforeItWithoutGapsWhateverTheClockSays() {
        var before = entries.head();
        var first = journal.postSurely(cardTopUp(UUID.randomUUID(), "1.00"));
        clock.advance(Duration.ofHours(-1));
        var second = journal.postSurely(cardTopUp(UUID.randomUUID(), "2.00"));

        assertThat(first.sequence()).isEqualTo(before.height() + 1);
        assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
        var seal = new Seal();
        var hash = seal.of(second, saltOf(second), seal.of(first, saltOf(first), before.hash()));
        assertThat(entries.head().hash()).isEqualTo(hash);
        assertThat(saltOf(first)).isNotEqualTo(saltOf(second));
    }

    @Test
    void everyPostingRemembersTheBalanceThatItLeft() {
        var alice = wallets.someoneWith("20.00");
        journal.postSurely(cardTopUp(alice, "2.50"));

        var balances = jdbc.sql("SELECT balance_after FROM postings WHERE account = ? ORDER BY entry")
                .param("wallet/" + alice)
                .query(Long.class)
                .list();

        assertThat(balances).containsExactly(2000L, 2250L);
    }

    @Test
    void aWalletThatCannotPayChangesNothing() {
        var merchant = wallets.someoneWith("4.99");
        var height = entries.head();

        var outcome = journal.post(new Movement.Refund(
                UUID.randomUUID(),
                new OwnerId(UUID.randomUUID()),
                new OwnerId(merchant),
                "A shop",
                new OrderId(UUID.randomUUID()),
                ttk("5.00")));

        assertThat(outcome).isEqualTo(new Journal.Outcome.InsufficientFunds());
        assertThat(wallets.of(merchant).balance()).isEqualTo(ttk("4.99"));
        assertThat(entries.head()).isEqualTo(height);
    }

    @Test
    void nobodyPaysWithWhatIsReserved() {
        var merchant = wallets.someoneWith("5.00");
        var refund = new Movement.Refund(
                UUID.randomUUID(),
                new OwnerId(UUID.randomUUID()),
                new OwnerId(merchant),
                "A shop",
                new OrderId(UUID.randomUUID()),
                ttk("5.00"));

        writer.run(() -> allWallets.reserve(new OwnerId(merchant), ttk("0.01")));
        assertThat(journal.post(refund)).isEqualTo(new Journal.Outcome.InsufficientFunds());

        writer.run(() -> allWallets.release(new OwnerId(merchant), ttk("0.01")));
        assertThat(journal.post(refund)).isInstanceOf(Journal.Outcome.Posted.class);
    }

    @Test
    void oneCauseMovesMoneyOnce() {
        var alice = UUID.randomUUID();
        var topUp = cardTopUp(alice, "20.00");
        journal.postSurely(topUp);

        assertThatThrownBy(() -> journal.post(topUp)).isInstanceOf(DuplicateKeyException.class);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("20.00"));
    }

    @Test
    void aMovementOfNothingIsNoMovement() {
        assertThatThrownBy(() -> journal.post(cardTopUp(UUID.randomUUID(), "0.00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not add up");
    }

    /** Also when that wallet is rich enough: it would be refused only on the day when it is not. */
    @Test
    void noWalletPaysAfterSomethingHasBeenWritten() {
        var bob = wallets.someoneWith("20.00");
        var backwards = new Movement.Transfer(
                UUID.randomUUID(),
                new Movement.Transfer.Party(new OwnerId(UUID.randomUUID()), "alice"),
                new Movement.Transfer.Party(new OwnerId(bob), "bob"),
                ttk("-5.00"),
                null);

        assertThatThrownBy(() -> journal.post(backwards))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must be its first posting");
        assertThatThrownBy(() -> journal.post(cardTopUp(bob, "-5.00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must be its first posting");
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("20.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET description = 'another'",
                "DELETE FROM entries",
                "UPDATE postings SET amount = amount + 1",
                "DELETE FROM postings",
                "DELETE FROM accounts"
            })
    void theDatabaseItselfRefusesToRewriteHistory(String rewriting) {
        wallets.someoneWith("20.00");

        assertThatThrownBy(() -> writer.run(() -> jdbc.sql(rewriting).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE accounts SET balance = -1 WHERE name = ?",
                "UPDATE accounts SET reserved = balance + 1 WHERE name = ?",
                "UPDATE accounts SET reserved = -1 WHERE name = ?"
            })
    void theDatabaseItselfRefusesToPromiseMoreThanThereIs(String overdraft) {
        var alice = wallets.someoneWith("20.00");

        assertThatThrownBy(() -> writer.run(
                        () -> jdbc.sql(overdraft).param("wallet/" + alice).update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatIsReadDoesNotDependOnTheLengthOfTheHistory() {
        var plans = jdbc.sql("""
                        EXPLAIN QUERY PLAN SELECT p.amount FROM postings p JOIN entries e ON e.sequence = p.entry
                        WHERE p.account = 'wallet/x' AND p.entry < 9 ORDER BY p.entry DESC LIMIT 21
                        """).query((row, _) -> row.getString("detail")).list();

        assertThat(plans).allMatch(plan -> plan.startsWith("SEARCH")).noneMatch(plan -> plan.contains("TEMP B-TREE"));
    }

    private Salt saltOf(Entry entry) {
        return jdbc.sql("SELECT salt FROM entries WHERE sequence = ?")
                .param(entry.sequence())
                .query((row, _) -> new Salt(row.getString("salt")))
                .single();
    }
}
