package io.tiktoken.wallet.statement.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement.Transfer;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OwnerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
    SingleWriter writer;

    @Autowired
    Journal journal;

    private UUID alice;

    @BeforeEach
    void aliceSentSomething() {
        alice = wallets.someoneWith("100.00");
        journal.postSurely(new Transfer(
                UUID.randomUUID(),
                new Party(new OwnerId(alice), "alice (A•••)"),
                new Party(new OwnerId(UUID.randomUUID()), "bob (B••)"),
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
                        values -> assertThat(values.getFirst())
                                .matches(
                                        "attachment; filename=\"(tiktoken-statement-.{10}-to-.{10}\\.csv)\"; filename\\*=UTF-8''\\1"));
        var lines = text(answer).split("\r\n");
        assertThat(lines[0]).isEqualTo("\uFEFFtime,type,counterparty,description,amount,balance,currency,reference,id");
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
        assertThat(answer.getResponse().getContentLength()).isEqualTo(bytes.length);
        assertThat(PdfText.of(bytes))
                .contains("alice", "Openingbalance", "100.00TTK", "-30.00TTK", "70.00TTK", "bob(B••)", "forlunch")
                .contains(journal.head().hash().hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "en-GB", "de-DE", "zh-SG", "ta-SG", "ar-EG", "th-TH-u-ca-buddhist"})
    void daysMeanTheSameInEveryLanguage(String language) {
        for (var path : new String[] {"statement", "transactions"}) {
            assertThat(in(language, "/api/wallet/%s?from=1/2/26&to=2/1/26".formatted(path)))
                    .hasStatus(400);
            assertThat(in(language, "/api/wallet/%s?from=2026-01-02&to=2026-02-01".formatted(path)))
                    .hasStatus(200);
        }
    }

    @Test
    void aStatementThatIsTooLongIsRefusedBeforeItBegins() {
        writer.run(() -> IntStream.range(0, 5_000).forEach(_ -> wallets.topUp(alice, "0.01")));

        for (var format : new String[] {"csv", "pdf"}) {
            assertThat(get("/api/wallet/statement?format=" + format))
                    .hasStatus(422)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyJson()
                    .extractingPath("$.mostTransactions")
                    .isEqualTo(5000);
        }
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
                "statement?from=1/2/26",
                "statement?from=01.02.2026",
                "statement?from=2026-2-1",
                "statement?from=20260201",
                "statement?from=2026-02-30",
                "statement?from=2026-02-01T00:00:00Z",
                "statement?from=2026-02-01%2B08:00",
                "statement?from=%2B2026-02-01",
                "statement?from=٢٠٢٦-٠٢-٠١",
                "statement?from=",
                "statement?to=1999-12-31",
                "statement?to=9999-12-31",
                "summary?months=0",
                "summary?months=25",
                "summary?months=x",
                "balance",
                "balance?at=soon",
                "balance?at=1/2/26",
                "balance?at=%2B1000000000-01-01T00:00:00Z",
                "balance?at=-1000000000-01-01T00:00:00Z",
                "transactions?from=1/2/26",
                "transactions?to=2026-02-30",
                "transactions?to=%2B1000000000-12-31T23:59:59Z",
                "transactions?q=12345678901234567890123456789012345678901234567890123456789012345"
            })
    void whatCannotBeAskedIsRefused(String query) {
        assertThat(get("/api/wallet/" + query)).hasStatus(400);
    }

    private MvcTestResult in(String language, String path) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(alice, "alice"))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange();
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
