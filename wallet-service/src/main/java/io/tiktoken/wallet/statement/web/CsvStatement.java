package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.Statement;
import io.tiktoken.wallet.statement.Transaction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A statement for spreadsheets (RFC 4180, UTF-8): the opening, each movement, the closing, and the ledger's seal. */
final class CsvStatement {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "time", "type", "counterparty", "description", "amount", "balance", "currency", "reference", "id")
            .get();

    /** Without it, Excel reads the file as if it were written in the old code page of the computer's country. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(Period.SINGAPORE);

    /** What a spreadsheet takes for the beginning of a formula, in full width too, and what is put before it. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠'";

    private CsvStatement() {}

    static void write(Statement statement, OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.append(BYTE_ORDER_MARK);
        var csv = new CSVPrinter(text, FORMAT);
        balance(csv, "OPENING_BALANCE", statement.opening());
        for (var transaction : statement.transactions()) {
            line(csv, transaction);
        }
        balance(csv, "CLOSING_BALANCE", statement.closing());
        var seal = "Ledger entry %d, hash %s"
                .formatted(
                        statement.journal().height(), statement.journal().hash().hex());
        csv.printRecord("", "LEDGER_SEAL", "", seal, "", "", "", "", "");
        csv.flush();
    }

    private static void line(CSVPrinter csv, Transaction transaction) throws IOException {
        csv.printRecord(
                TIME.format(transaction.createdAt().truncatedTo(ChronoUnit.SECONDS)),
                transaction.type(),
                harmless(transaction.counterparty()),
                harmless(transaction.description()),
                plain(transaction.amount()),
                plain(transaction.balanceAfter()),
                transaction.amount().currency(),
                transaction.reference(),
                transaction.id());
    }

    private static void balance(CSVPrinter csv, String type, Money money) throws IOException {
        csv.printRecord("", type, "", "", "", plain(money), money.currency(), "", "");
    }

    private static String plain(Money money) {
        return BigDecimal.valueOf(money.amount(), money.currency().digits()).toPlainString();
    }

    /**
     * Somebody else wrote it, and it is opened with a program that computes. The apostrophe makes it text; one that
     * stood there before gets another, so that taking one off always gives back what was written.
     */
    private static String harmless(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
