package io.tiktoken.wallet.proof;

import static io.tiktoken.wallet.TestWallets.cardTopUp;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.wallet.FakeNotary;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.VerbTest;
import io.tiktoken.wallet.anchor.AnchorHead;
import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.ledger.Seal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A journal that was begun before entries had salts, and goes on with them. */
@VerbTest
class TwoFormsTests {

    @Autowired
    Journal journal;

    @Autowired
    AnchorHead anchorHead;

    @Autowired
    ProofSettings settings;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakeNotary notary;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final Seal seal = new Seal();
    private UUID alice;
    private UUID early;
    private long lastOfTheFirstForm;

    @BeforeEach
    void someBusiness() {
        notary.forgetEverything();
        alice = UUID.randomUUID();
        var topUp = cardTopUp(alice, "2.00");
        early = topUp.id();
        lastOfTheFirstForm = journal.postSurely(topUp).sequence();
        wallets.topUp(alice, "3.00");
        wallets.someoneWith("4.00");
    }

    @Test
    void provesFromItsFirstEntryToItsLast() {
        try (var copy = begunInTheFirstForm()) {
            assertThat(forms(copy)).containsExactly("1", "2");

            assertThat(copy.fullCheck().holds()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET description = 'Another' WHERE sequence = ?",
                "UPDATE entries SET salt = '000102030405060708090a0b0c0d0e0f' WHERE sequence = ?",
                "UPDATE postings SET line = 12 - line WHERE entry = ?",
                "UPDATE postings SET type = 'REFUND' WHERE entry = ? AND type IS NOT NULL"
            })
    void itsFirstPartIsSealedAllTheSame(String edit) {
        try (var copy = begunInTheFirstForm()) {
            copy.tool().sql(edit).param(lastOfTheFirstForm).update();

            assertThat(copy.fullCheck().findings().firstBad()).isEqualTo(lastOfTheFirstForm);
        }
    }

    @Test
    void itsFirstPartCannotBeShownToOneOwner() {
        try (var copy = begunInTheFirstForm()) {
            var proveTransaction = new ProveTransaction(
                    new OwnTransactions(copy.tool()), new JournalReader(copy.tool()), journal, anchorHead, settings);

            assertThat(proveTransaction.prove(early, new OwnerId(alice)))
                    .isEqualTo(new ProveTransaction.Outcome.FirstForm());
            assertThat(proveTransaction.prove(early, new OwnerId(UUID.randomUUID())))
                    .isEqualTo(new ProveTransaction.Outcome.Unknown());
        }
    }

    @Test
    void aJournalThatDoesNotLeadToItsHeadHasNoProofs() {
        var late = journal.postSurely(cardTopUp(alice, "5.00"));
        wallets.topUp(alice, "6.00");
        try (var copy = TamperedCopy.of(jdbc, folder, notary)) {
            copy.tool()
                    .sql("DELETE FROM entries WHERE sequence > ?")
                    .param(late.sequence())
                    .update();
            var proveTransaction = new ProveTransaction(
                    new OwnTransactions(copy.tool()), new JournalReader(copy.tool()), journal, anchorHead, settings);

            assertThat(proveTransaction.prove(late.id(), new OwnerId(alice)))
                    .isEqualTo(new ProveTransaction.Outcome.Interrupted());
        }
    }

    /** Takes the salts away from all that came up to the first top-up, and seals it anew by hand. */
    private TamperedCopy begunInTheFirstForm() {
        var copy = TamperedCopy.of(jdbc, folder, notary);
        copy.tool()
                .sql("UPDATE entries SET salt = NULL WHERE sequence <= ?")
                .param(lastOfTheFirstForm)
                .update();
        var hash = Hash.GENESIS;
        for (var line :
                new JournalReader(copy.tool()).after(0, Integer.MAX_VALUE).lines()) {
            var salt = line.salt();
            hash = salt == null ? hash.followedBy(fields(copy.tool(), line.sequence())) : seal.of(line, salt, hash);
            copy.tool()
                    .sql("UPDATE entries SET hash = ? WHERE sequence = ?")
                    .params(hash.hex(), line.sequence())
                    .update();
        }
        return copy;
    }

    /** As the first form has them, which sealed no lines. */
    private static List<@Nullable Object> fields(JdbcClient tool, long sequence) {
        var fields = new ArrayList<@Nullable Object>(values(
                tool,
                "SELECT sequence, id, kind, reference, description, recorded_at FROM entries WHERE sequence = ?",
                sequence));
        var postings = values(
                tool,
                "SELECT account, currency, amount, balance_after, type, counterparty FROM postings WHERE entry = ?",
                sequence);
        fields.add(postings.size() / 6);
        fields.addAll(postings);
        return fields;
    }

    private static List<@Nullable Object> values(JdbcClient tool, String sql, long sequence) {
        var values = new ArrayList<@Nullable Object>();
        tool.sql(sql).param(sequence).query(row -> {
            for (var column = 1; column <= 6; column++) {
                values.add(row.getObject(column));
            }
        });
        return values;
    }

    private static List<String> forms(TamperedCopy copy) {
        return copy.tool()
                .sql("SELECT DISTINCT CASE WHEN salt IS NULL THEN '1' ELSE '2' END FROM entries ORDER BY 1")
                .query(String.class)
                .list();
    }
}
