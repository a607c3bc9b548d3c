package io.tiktoken.wallet.statement.web;

import static io.tiktoken.wallet.TestWallets.ttk;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.TransactionType;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.Statement;
import io.tiktoken.wallet.statement.StatementSettings;
import io.tiktoken.wallet.statement.Transaction;
import io.tiktoken.wallet.statement.web.PdfStatement.Heading;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Statements for tests, in which only the words are said. */
final class Statements {

    static final Instant NOON = Instant.parse("2026-02-01T04:00:00Z");
    static final LocalDate FIRST = LocalDate.parse("2026-02-01");
    static final LocalDate LAST = LocalDate.parse("2026-02-28");
    static final List<String> DEBIANS_FOLDERS =
            List.of("/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/droid");

    private Statements() {}

    /** One in which a cent came in with each of these notes. */
    static Statement of(String counterparty, String... notes) {
        var cent = ttk("0.01");
        var transactions = List.of(notes).stream()
                .map(note -> new Transaction(
                        UUID.randomUUID(),
                        TransactionType.TRANSFER_IN,
                        cent,
                        cent,
                        counterparty,
                        note,
                        UUID.randomUUID(),
                        NOON))
                .toList();
        var sum = cent.times(transactions.size());
        return new Statement(
                Period.ofDays(FIRST, LAST),
                Money.tikTokens(0),
                sum,
                Money.tikTokens(0),
                sum,
                transactions,
                ChainHead.OF_AN_EMPTY_JOURNAL,
                NOON);
    }

    static StatementFonts fontsIn(List<String> folders) {
        return new StatementFonts(new StatementSettings(5000, 2, Duration.ZERO, folders));
    }

    static byte[] pdf(Statement statement, String name, StatementFonts fonts) {
        var bytes = new ByteArrayOutputStream();
        PdfStatement.write(statement, new Heading("alice", name, FIRST, LAST), fonts, bytes);
        return bytes.toByteArray();
    }
}
