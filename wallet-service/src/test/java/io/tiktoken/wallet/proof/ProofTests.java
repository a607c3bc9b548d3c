package io.tiktoken.wallet.proof;

import static io.tiktoken.wallet.TestWallets.cardTopUp;
import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.DomainTest;
import io.tiktoken.wallet.FakeNotary;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.anchor.AnchorHead;
import io.tiktoken.wallet.anchor.AnchorState.Result;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.reservation.CommitReservation;
import io.tiktoken.wallet.reservation.RefundPurchase;
import io.tiktoken.wallet.reservation.ReserveFunds;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The proof holds for what the ledger wrote, and names what anybody else did to it. */
@DomainTest
class ProofTests {

    private static final int SMALL_CHUNK = 2;

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    CommitReservation commitReservation;

    @Autowired
    RefundPurchase refundPurchase;

    @Autowired
    Journal journal;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakeNotary notary;

    @Autowired
    AnchorHead anchorHead;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private UUID alice;
    private long topUp;
    private long purchase;
    private long refund;

    @AfterEach
    void theNotarySpeaksAndKnowsNothing() {
        notary.speakAgain();
        notary.forgetEverything();
    }

    /** A top-up, a purchase, a refund, a reservation that stays open, and another top-up. */
    @BeforeEach
    void someBusiness() {
        alice = UUID.randomUUID();
        topUp = journal.postSurely(cardTopUp(alice, "100.00")).sequence();
        var paid = reserve("30.00");
        commitReservation.commit(paid);
        purchase = topUp + 1;
        refundPurchase.refund(new RefundPurchase.Request(UUID.randomUUID(), paid, ttk("10.00")));
        refund = topUp + 2;
        reserve("5.00");
        wallets.someoneWith("1.00");
    }

    @Test
    void holdsForWhatTheLedgerWrote() {
        var proof = proveLedger.prove();

        assertThat(proof.holds()).isTrue();
        assertThat(proof.head().height()).isEqualTo(refund + 1);
        assertThat(proof.sums()).containsEntry("TTK", 0L).containsEntry("SGD", 0L);
        assertThat(proof.reservations().open()).isPositive();
    }

    @Test
    void holdsForACopyThatNobodyTouchedInSmallChunksToo() {
        assertThat(tamperedBy("SELECT 1", 0).holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET description = 'Another' WHERE sequence = ?",
                "UPDATE entries SET reference = id || ' ' WHERE sequence = ?",
                "UPDATE entries SET kind = 'REFUND' WHERE sequence = ?",
                "UPDATE entries SET recorded_at = recorded_at + 1 WHERE sequence = ?",
                "UPDATE entries SET id = upper(id) || 'x' WHERE sequence = ?",
                "UPDATE entries SET hash = substr(hash, 2) || substr(hash, 1, 1) WHERE sequence = ?",
                "UPDATE postings SET amount = amount + 1 WHERE entry = ? AND line = 1",
                "UPDATE postings SET amount = -amount WHERE entry = ?",
                "UPDATE postings SET balance_after = balance_after + 1 WHERE entry = ? AND line = 2",
                "UPDATE postings SET account = 'issuance' WHERE entry = ? AND line = 2",
                "UPDATE postings SET currency = 'EUR' WHERE entry = ?",
                "UPDATE postings SET type = 'SALE' WHERE entry = ? AND line = 1",
                "UPDATE postings SET counterparty = 'Somebody else' WHERE entry = ? AND line = 1",
                "DELETE FROM postings WHERE entry = ? AND line = 2",
                "DELETE FROM postings WHERE entry = ?",
                "DELETE FROM entries WHERE sequence = ?",
                "INSERT INTO postings VALUES (?, 9, 'fees', 'TTK', 1, 1, NULL, NULL)"
            })
    void namesTheEntryThatWasTamperedWith(String edit) {
        var proof = tamperedBy(edit, purchase);

        assertThat(proof.holds()).isFalse();
        assertThat(proof.chain().firstBad()).isEqualTo(purchase);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE accounts SET balance = balance + 1 WHERE name = 'wallet/' || ? ; 1 ; 0",
                "UPDATE accounts SET reserved = reserved - 1 WHERE name = 'wallet/' || ? ; 0 ; 1",
                "UPDATE reservations SET amount = amount + 1 WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1",
                "UPDATE reservations SET state = 'RELEASED' WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1",
                "DELETE FROM reservations WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1",
                "UPDATE reservations SET customer_id = 'nobody' WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 2",
                "DELETE FROM accounts WHERE name = 'wallet/' || ? ; 1 ; 1"
            })
    void countsBalancesAndReservationsThatAreNotWhatTheyShouldBe(String edit, long balances, long reservations) {
        var proof = tamperedBy(edit, alice.toString());

        assertThat(proof.holds()).isFalse();
        assertThat(proof.balances().mismatches()).isEqualTo(balances);
        assertThat(proof.reservations().mismatches()).isEqualTo(reservations);
        assertThat(proof.chain().isIntact()).isTrue();
    }

    @Test
    void noticesATailThatWasCutOffWithoutItsBalances() {
        var proof = tamperedBy("DELETE FROM postings WHERE entry >= ?", refund);
        assertThat(proof.chain().firstBad()).isEqualTo(refund);

        var orphaned = tamperedBy("DELETE FROM entries WHERE sequence >= ?", refund);
        assertThat(orphaned.chain().firstBad()).isEqualTo(refund);
    }

    @Test
    void noticesAnEndThatWasCutOffCleanlyByWhatIsOnRecordElsewhere() {
        anchorHead.anchor();
        var cut = List.of(
                "DELETE FROM postings WHERE entry >= ?",
                "DELETE FROM entries WHERE sequence >= ?",
                "DELETE FROM accounts WHERE name NOT IN (SELECT account FROM postings) OR ? < 0",
                """
                UPDATE accounts SET reserved = 0, balance = (SELECT balance_after FROM postings WHERE account = name
                ORDER BY entry DESC LIMIT 1) WHERE ? > 0""");

        assertThat(tamperedBy("SELECT 1", 0).anchor().result()).isEqualTo(Result.HOLDS);
        var proof = tamperedBy(cut, refund + 1);

        assertThat(proof.chain().isIntact()).isTrue();
        assertThat(proof.balances().mismatches()).isZero();
        assertThat(proof.anchor().result()).isEqualTo(Result.BROKEN);
        assertThat(proof.holds()).isFalse();
    }

    @Test
    void saysThatNobodyKnowsWhileTheNotaryIsSilentAndHoldsAllTheSame() {
        notary.fallSilent();

        var proof = proveLedger.prove();

        assertThat(proof.anchor().result()).isEqualTo(Result.UNKNOWN);
        assertThat(proof.holds()).isTrue();
    }

    /** What the proof says about a copy after somebody with a database tool was there. */
    private Proof tamperedBy(String edit, Object parameter) {
        return tamperedBy(List.of(edit), parameter);
    }

    private Proof tamperedBy(List<String> edits, Object parameter) {
        var copy = folder.resolve(UUID.randomUUID() + ".db");
        jdbc.sql("VACUUM INTO '%s'".formatted(copy)).update();
        try (var connection = new SingleConnectionDataSource("jdbc:sqlite:" + copy, true)) {
            var tool = JdbcClient.create(connection);
            tool.sql("PRAGMA ignore_check_constraints = ON").update();
            tool.sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
                    .query(String.class)
                    .list()
                    .forEach(trigger -> tool.sql("DROP TRIGGER " + trigger).update());
            for (var edit : edits) {
                if (!edit.startsWith("SELECT")) {
                    assertThat(tool.sql(edit).param(parameter).update()).isPositive();
                }
            }
            var settings = new ProofSettings(Duration.ofMinutes(1), Duration.ZERO, 0, SMALL_CHUNK);
            return new ProveLedger(new LedgerReader(tool), notary, settings, Clock.systemUTC()).prove();
        }
    }

    private UUID reserve(String amount) {
        var request = new ReserveFunds.Request(
                UUID.randomUUID(), alice, UUID.randomUUID(), ttk(amount), UUID.randomUUID(), Duration.ofMinutes(15));
        reserveFunds.reserve(request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
        return request.id();
    }
}
