package io.tiktoken.wallet.statement.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement.Transfer;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class StatementApiTests {

    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    Journal journal;

    private UUID alice;

    @BeforeEach
    void aliceSentSomething() {
        alice = wallets.someoneWith("100.00");
        journal.postSurely(new Transfer(
                UUID.randomUUID(),
                new Party(alice, "alice (A•••)"),
                new Party(UUID.randomUUID(), "bob (B••)"),
                ttk("30.00"),
                "=HYPERLINK(\"x\"), for lunch"));
    }

    @Test
    void csvIsWhatASpreadsheetReadsAndNothingThatItRuns() {
        var answer = get("/api/wallet/statement?format=csv");

        assertThat(answer).hasStatus(200).hasContentType("text/csv;charset=UTF-8");
        assertThat(answer)
                .headers()
                .hasHeaderSatisfying(
                        HttpHeaders.CONTENT_DISPOSITION,
                        values ->
                                assertThat(values.getFirst()).startsWith("attachment; filename=\"tiktoken-statement-"));
        var lines = text(answer).split("\r\n");
        assertThat(lines[0]).isEqualTo("time,type,counterparty,description,amount,balance,currency,reference,id");
        assertThat(lines[1]).isEqualTo("\"\",OPENING_BALANCE,,,,0.00,TTK,,");
        assertThat(lines[2]).contains("+08:00,TOP_UP,Visa •••• 4242,Card top-up of 100.00 SGD,100.00,100.00,TTK,");
        assertThat(lines[3]).contains("TRANSFER_OUT,bob (B••),\"'=HYPERLINK(\"\"x\"\"), for lunch\",-30.00,70.00,TTK,");
        assertThat(lines[4]).isEqualTo("\"\",CLOSING_BALANCE,,,,70.00,TTK,,");
        assertThat(lines[5]).contains(journal.head().hash().hex());
    }

    @Test
    void pdfSaysTheSameAndBearsTheLedgersSeal() throws IOException {
        var answer = get("/api/wallet/statement");

        assertThat(answer).hasStatus(200).hasContentType("application/pdf");
        var bytes = answer.getResponse().getContentAsByteArray();
        Files.write(Path.of("target/statement.pdf"), bytes); // To be looked at.
        var page = new PdfTextExtractor(new PdfReader(bytes)).getTextFromPage(1);
        assertThat(page)
                .contains("alice", "Opening balance", "100.00 TTK", "-30.00 TTK", "70.00 TTK", "bob (B••)", "for lunch")
                .contains(journal.head().hash().hex());
    }

    @Test
    void theSummaryHasQuietMonthsToo() {
        var answer =
                assertThat(get("/api/wallet/summary?months=2")).hasStatus(200).bodyJson();

        answer.extractingPath("$.data[0].month")
                .isEqualTo(YearMonth.now(SINGAPORE).toString());
        answer.extractingPath("$.data[0].in.amount").isEqualTo(10000);
        answer.extractingPath("$.data[0].out.amount").isEqualTo(-3000);
        answer.extractingPath("$.data[0].types[*].type").asArray().containsExactly("TOP_UP", "TRANSFER_OUT");
        answer.extractingPath("$.data[1].types").asArray().isEmpty();
    }

    @Test
    void theBalanceOfYesterdayIsKnown() {
        var today = LocalDate.now(SINGAPORE);

        assertThat(get("/api/wallet/balance?at=" + today.minusDays(1)))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.balance.amount")
                .isEqualTo(0);
        assertThat(get("/api/wallet/balance?at=" + today))
                .bodyJson()
                .extractingPath("$.balance.amount")
                .isEqualTo(7000);
    }

    @Test
    void theHistoryIsSearchedByWords() {
        assertThat(get("/api/wallet/transactions?q=LUNCH"))
                .bodyJson()
                .extractingPath("$.data[*].type")
                .asArray()
                .containsExactly("TRANSFER_OUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement?format=doc",
                "statement?from=2026-02-02&to=2026-02-01",
                "statement?from=yesterday",
                "statement?to=9999-12-31",
                "summary?months=0",
                "summary?months=25",
                "summary?months=x",
                "balance",
                "balance?at=soon",
                "transactions?q=12345678901234567890123456789012345678901234567890123456789012345"
            })
    void whatCannotBeAskedIsRefused(String query) {
        assertThat(get("/api/wallet/" + query)).hasStatus(400);
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(alice, "alice"))
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
