package io.tiktoken.wallet.statement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script reads out of a statement, and what a spreadsheet does with it. */
class CsvStatementTests {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Test
    void beginsWithTheMarkThatExcelKnowsUtf8By() throws IOException {
        var bytes = csv("bob", "午餐");

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith(
                        BYTE_ORDER_MARK + "time,type,counterparty,description,amount,balance,currency,reference,id\r\n")
                .endsWith("\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for lunch",
                "午餐 🍜",
                "நன்றி",
                "a, b; c",
                "she said \"thanks\"",
                "two\nlines",
                "two\r\nlines",
                "  blanks  ",
                "=1+1",
                "=HYPERLINK(\"http://evil.example\",\"click\")",
                "+6591234567",
                "-5",
                "@SUM(A1:A9)",
                "\t=1+1",
                "\r=1+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "'=1+1",
                "'quoted'",
                "0012",
                "1/2",
                ","
            })
    void everyTextSurvivesAndNoneIsAFormula(String text) throws IOException {
        var line = records(csv(text, text)).get(1);

        for (var column : List.of("counterparty", "description")) {
            var cell = line.get(column);
            assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n＝＋－＠].*");
            assertThat(cell.startsWith("'") ? cell.substring(1) : cell).isEqualTo(text);
        }
    }

    @Test
    void amountsAreNumbersAndTimesAreIso() throws IOException {
        var lines = records(csv("bob", "lunch", "tea"));

        assertThat(lines)
                .extracting(line -> line.get("type"))
                .containsExactly("OPENING_BALANCE", "TRANSFER_IN", "TRANSFER_IN", "CLOSING_BALANCE", "LEDGER_SEAL");
        assertThat(lines.get(1).get("time")).isEqualTo("2026-02-01T12:00:00+08:00");
        assertThat(OffsetDateTime.parse(lines.get(1).get("time")).toInstant()).isEqualTo(Statements.NOON);
        assertThat(new BigDecimal(lines.get(1).get("amount"))).isEqualTo(new BigDecimal("0.01"));
        assertThat(new BigDecimal(lines.get(3).get("balance"))).isEqualTo(new BigDecimal("0.02"));
        assertThat(lines).allMatch(CSVRecord::isConsistent);
    }

    private static byte[] csv(String counterparty, String... notes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        CsvStatement.write(Statements.of(counterparty, notes), bytes);
        return bytes.toByteArray();
    }

    private static List<CSVRecord> records(byte[] csv) throws IOException {
        var text = new String(csv, StandardCharsets.UTF_8).substring(BYTE_ORDER_MARK.length());
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }
}
