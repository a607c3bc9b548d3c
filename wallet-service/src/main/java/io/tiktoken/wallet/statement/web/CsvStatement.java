package io.tiktoken.wallet.statement.web;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.statement.Period;
import io.tiktoken.wallet.statement.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private CsvStatement() {}

    static byte[] of(Statement statement) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            var currency = statement.opening().currency();
            csv.printRecord("", "OPENING_BALANCE", "", "", "", plain(statement.opening()), currency, "", "");
            for (var transaction : statement.transactions()) {
                csv.printRecord(
                        transaction
                                .createdAt()
                                .atZone(Period.SINGAPORE)
                                .toOffsetDateTime()
                                .truncatedTo(ChronoUnit.SECONDS),
                        transaction.type(),
                        harmless(transaction.counterparty()),
                        harmless(transaction.description()),
                        plain(transaction.amount()),
                        plain(transaction.balanceAfter()),
                        currency,
                        transaction.reference(),
                        transaction.id());
            }
            csv.printRecord("", "CLOSING_BALANCE", "", "", "", plain(statement.closing()), currency, "", "");
            var seal = "Ledger entry %d, hash %s"
                    .formatted(
                            statement.journal().height(),
                            statement.journal().hash().hex());
            csv.printRecord("", "LEDGER_SEAL", "", seal, "", "", "", "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(Money money) {
        return BigDecimal.valueOf(money.amount(), money.currency().digits()).toPlainString();
    }

    /** Somebody else wrote it, and it is opened with a program that computes. */
    private static String harmless(@Nullable String text) {
        return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0
                ? String.valueOf(text == null ? "" : text)
                : "'" + text;
    }
}
