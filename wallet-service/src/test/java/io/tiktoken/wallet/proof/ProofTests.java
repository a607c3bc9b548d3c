package io.tiktoken.wallet.proof;

import static io.tiktoken.wallet.TestWallets.cardTopUp;
import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.FakeNotary;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.anchor.AnchorHead;
import io.tiktoken.wallet.anchor.AnchorState.Result;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.RefundPurchase;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** The proof holds for what the ledger wrote, and names what anybody else did to it. */
@VerbTest
class ProofTests {

    @Autowired
    ProveLedger proveLedger;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

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
        settleReservation.commit(paid);
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
        assertThat(proof.findings().head().height()).isEqualTo(refund + 1);
        assertThat(proof.findings().sums()).containsEntry("TTK", 0L).containsEntry("SGD", 0L);
        assertThat(proof.promises().open()).isPositive();
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
                "UPDATE entries SET salt = substr(salt, 2) || substr(salt, 1, 1) WHERE sequence = ?",
                "UPDATE entries SET salt = NULL WHERE sequence = ?",
                "UPDATE postings SET counterparty = '' WHERE entry = ? AND counterparty IS NULL",
                "UPDATE entries SET hash = 'no hash at all' WHERE sequence = ?",
                "UPDATE postings SET line = 3 WHERE entry = ? AND line = 2",
                "UPDATE postings SET line = 3 - line + 10 WHERE entry = ?",
                "INSERT INTO postings VALUES (?, 9, 'fees', 'TTK', 1, 1, NULL, NULL)"
            })
    void namesTheEntryThatWasTamperedWith(String edit) {
        var proof = tamperedBy(edit, purchase);

        assertThat(proof.holds()).isFalse();
        assertThat(proof.findings().firstBad()).isEqualTo(purchase);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE accounts SET balance = balance + 1 WHERE name = 'wallet/' || ? ; 1 ; 0 ; 0",
                "UPDATE accounts SET currency = 'SGD' WHERE name = 'wallet/' || ? ; 1 ; 0 ; 0",
                "UPDATE accounts SET may_overdraw = 1 WHERE name = 'wallet/' || ? ; 1 ; 0 ; 0",
                "UPDATE accounts SET reserved = reserved - 1 WHERE name = 'wallet/' || ? ; 0 ; 1 ; 0",
                "UPDATE accounts SET name = name || 'x' WHERE name = 'wallet/' || ? ; 2 ; 1 ; 1",
                "UPDATE accounts SET name = '' WHERE name = 'wallet/' || ? ; 2 ; 1 ; 1",
                "INSERT INTO accounts VALUES ('wallet/' || ? || 'x', 'TTK', 0, 0, 0) ; 1 ; 0 ; 0",
                "DELETE FROM accounts WHERE name = 'wallet/' || ? ; 1 ; 0 ; 1",
                "UPDATE reservations SET amount = amount + 1 WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1 ; 1",
                "UPDATE reservations SET state = 'RELEASED' WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1 ; 0",
                "UPDATE reservations SET state = 'RESERVED' WHERE customer_id = ? AND state = 'COMMITTED' ; 0 ; 1 ; 1",
                "DELETE FROM reservations WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1 ; 0",
                "UPDATE reservations SET customer_id = 'nobody' WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1 ; 1",
                "UPDATE reservations SET customer_id = NULL WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 1 ; 1",
                "UPDATE reservations SET payee_id = order_id WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET payee_name = 'Me' WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET order_id = payee_id WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET body_hash = seal WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET created_at = 0 WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET expires_at = 0 WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET refunded = 1 WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET refusal = 'X' WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET seal = NULL WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1",
                "UPDATE reservations SET id = seal WHERE customer_id = ? AND state = 'RESERVED' ; 0 ; 0 ; 1"
            })
    void namesAccountsAndReservationsThatAreNotWhatTheyShouldBe(
            String edit, int accounts, int reserved, int reservations) {
        var proof = tamperedBy(edit, alice.toString());

        assertThat(proof.holds()).isFalse();
        assertThat(proof.findings().wrongAccounts().named())
                .hasSize(accounts)
                .allMatch(name -> name.isEmpty() || name.startsWith("wallet/" + alice));
        assertThat(proof.findings().wrongReserved().named()).hasSize(reserved);
        assertThat(proof.promises().wrong().named()).hasSize(reservations);
        assertThat(proof.findings().chainIsIntact()).isTrue();
    }

    @Test
    void saysByHowMuchBalancesAreOff() {
        var proof = tamperedBy("UPDATE accounts SET balance = balance + 7 WHERE name = 'wallet/' || ?", alice);

        assertThat(proof.findings().drift()).isEqualTo(7);
    }

    @Test
    void namesTheGapThatAnEntryLeavesWhichWasTakenAwayWithItsPostings() {
        var proof = tamperedBy(
                List.of("DELETE FROM postings WHERE entry = ?", "DELETE FROM entries WHERE sequence = ?"), purchase);

        assertThat(proof.findings().firstBad()).isEqualTo(purchase);
    }

    @Test
    void noticesATailThatWasCutOffWithoutItsBalances() {
        var proof = tamperedBy("DELETE FROM postings WHERE entry >= ?", refund);
        assertThat(proof.findings().firstBad()).isEqualTo(refund);

        var orphaned = tamperedBy("DELETE FROM entries WHERE sequence >= ?", refund);
        assertThat(orphaned.findings().firstBad()).isEqualTo(refund);
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

        assertThat(proof.findings().chainIsIntact()).isTrue();
        assertThat(proof.findings().wrongAccounts()).isEqualTo(Places.NONE);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET description = 'Another' WHERE sequence = ?",
                "DELETE FROM entries WHERE sequence = ?",
                "UPDATE accounts SET balance = balance + 1 WHERE name IN (SELECT account FROM postings WHERE entry = ?)",
                "UPDATE reservations SET expires_at = expires_at + 1 WHERE state = 'RESERVED' AND ? > 0",
                "UPDATE accounts SET reserved = 499 WHERE reserved = 500 AND ? > 0"
            })
    void whoCarriesAProofOnSeesWhatIsWrongWithWhatIsNew(String edit) {
        try (var copy = TamperedCopy.of(jdbc, folder, notary)) {
            var before = copy.fullCheck().findings();
            var known = new Findings(
                    new ChainHead(
                            topUp,
                            new Hash(copy.tool()
                                    .sql("SELECT hash FROM entries WHERE sequence = ?")
                                    .param(topUp)
                                    .query(String.class)
                                    .single())),
                    Map.of(),
                    null,
                    before.accounts(),
                    Places.NONE,
                    0,
                    Places.NONE);
            assertThat(copy.carriedOn(known).holds()).isTrue();

            assertThat(copy.tool().sql(edit).param(purchase).update()).isPositive();

            assertThat(copy.carriedOn(known).holds()).isFalse();
        }
    }

    @Test
    void whoCarriesAProofOnSeesThatTheJournalIsAnOlderOne() {
        try (var copy = TamperedCopy.of(jdbc, folder, notary)) {
            var known = copy.fullCheck().findings();
            assertThat(copy.carriedOn(known).holds()).isTrue();

            copy.tool()
                    .sql("DELETE FROM entries WHERE sequence > ?")
                    .param(refund)
                    .update();
            copy.tool()
                    .sql("DELETE FROM postings WHERE entry > ?")
                    .param(refund)
                    .update();

            assertThat(copy.carriedOn(known).findings().firstBad()).isEqualTo(refund + 1);
        }
    }

    @Test
    void whatWasReservedBeforeThereWereSealsMayLackOne() {
        try (var copy = TamperedCopy.of(jdbc, folder, notary)) {
            copy.tool().sql("UPDATE reservations SET seal = NULL").update();

            assertThat(copy.fullCheck().holds()).isTrue();
        }
    }

    /** What the proof says about a copy after somebody with a database tool was there. */
    private FullCheck tamperedBy(String edit, Object parameter) {
        return tamperedBy(List.of(edit), parameter);
    }

    private FullCheck tamperedBy(List<String> edits, Object parameter) {
        try (var copy = TamperedCopy.of(jdbc, folder, notary)) {
            for (var edit : edits) {
                if (!edit.startsWith("SELECT")) {
                    assertThat(copy.tool().sql(edit).param(parameter).update()).isPositive();
                }
            }
            return copy.fullCheck();
        }
    }

    private ReservationId reserve(String amount) {
        var request = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(alice),
                new OwnerId(UUID.randomUUID()),
                ttk(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
        reserveFunds.reserve(request, TestApprovals.of(request, clock.instant().plusSeconds(120)));
        return request.id();
    }
}
