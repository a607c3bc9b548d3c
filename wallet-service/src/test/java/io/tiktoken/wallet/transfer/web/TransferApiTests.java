package io.tiktoken.wallet.transfer.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
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
class TransferApiTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    private final UUID bob = UUID.randomUUID();
    private UUID alice;

    @BeforeEach
    void aliceHasMoney() {
        alice = wallets.someoneWith("100.00");
    }

    @Test
    void answersWithTheSendersTransaction() {
        var answer = send("key", transfer("Bob", 3000, "\"for lunch\"", approval(3000)));

        assertThat(answer).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"type": "TRANSFER_OUT", "amount": {"amount": -3000, "currency": "TTK"},
                 "balanceAfter": {"amount": 7000, "currency": "TTK"}, "counterparty": "bob (B••)",
                 "description": "for lunch"}
                """);
    }

    @Test
    void theSameRequestAgainSendsNothingMoreAlsoWithANewApproval() {
        var first = send("key", transfer("bob", 3000, "null", approval(3000)));
        var again = send("key", transfer("bob", 3000, "null", approval(3000)));

        assertThat(again).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(again).bodyText().isEqualTo(text(first));
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("30.00"));
    }

    @Test
    void aKeyIsForOneRequest() {
        send("key", transfer("bob", 3000, "null", approval(3000)));

        assertThat(send("key", transfer("bob", 3001, "null", approval(3001))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("idempotency_key_reused");
    }

    @Test
    void aRefusalForTheApprovalIsNotRemembered() {
        assertThat(send("key", transfer("bob", 3000, "null", approval(2999))))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("approval_invalid");

        assertThat(send("key", transfer("bob", 3000, "null", approval(3000)))).hasStatus(201);
    }

    @Test
    void aDefiniteRefusalIsRemembered() {
        assertThat(send("key", transfer("bob", 10001, "null", approval(10001)))).hasStatus(402);
        wallets.topUp(alice, "100.00");

        assertThat(send("key", transfer("bob", 10001, "null", approval(10001))))
                .hasStatus(402)
                .hasHeader("Idempotent-Replayed", "true");
        assertThat(wallets.of(bob).balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void theSenderLearnsNothingAboutTheReceiversWallet() {
        wallets.topUp(bob, "19990.00");

        var answer = assertThat(send("key", transfer("bob", 3000, "null", approval(3000))));

        answer.hasStatus(422);
        answer.bodyJson().extractingPath("$.code").isEqualTo("receiver_limit_exceeded");
        answer.bodyText().doesNotContain("1999", "2000", bob.toString());
    }

    @Test
    void nobodySendsToThemselves() {
        assertThat(send("key", transfer("Alice", 3000, "null", approval(3000))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("payee_is_yourself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"amount\": 0, \"currency\": \"TTK\"}",
                "{\"amount\": -3000, \"currency\": \"TTK\"}",
                "{\"amount\": 3000, \"currency\": \"SGD\"}",
                "{\"amount\": 3000, \"currency\": \"XXX\"}",
                "{\"amount\": 3000}",
                "{\"amount\": 30.5, \"currency\": \"TTK\"}",
                "{\"amount\": 3000.0, \"currency\": \"TTK\"}",
                "{\"amount\": \"3000\", \"currency\": \"TTK\"}",
                "{\"amount\": 9223372036854775808, \"currency\": \"TTK\"}",
                "{\"amount\": 1e3, \"currency\": \"TTK\"}",
                "{\"amount\": null, \"currency\": \"TTK\"}",
                "3000",
                "null"
            })
    void anAmountThatIsNoneMovesNothing(String amount) {
        var answer = send("key", """
                {"to": "bob", "amount": %s, "approval": "%s"}""".formatted(amount, approval(3000)));

        assertThat(answer).hasStatus(400);
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void theLargestAmountIsAboveALimitAndNotAnError() {
        assertThat(send("key", transfer("bob", Long.MAX_VALUE, "null", approval(Long.MAX_VALUE))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("limit_exceeded");
    }

    @Test
    void aNoteMayHave140Characters() {
        assertThat(send("one", transfer("bob", 1, "\"%s\"".formatted("x".repeat(140)), approval(1))))
                .hasStatus(201);
        assertThat(send("two", transfer("bob", 1, "\"%s\"".formatted("x".repeat(141)), approval(1))))
                .hasStatus(400);
    }

    @Test
    void theKeyIsCompulsory() {
        assertThat(request(transfer("bob", 3000, "null", approval(3000))).exchange())
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("idempotency_key_missing");
    }

    private String approval(long amount) {
        return TestApprovals.ofTransfer(
                alice, bob, "bob", Money.tikTokens(amount), Instant.now().plusSeconds(100));
    }

    private static String transfer(String to, long amount, String note, String approval) {
        return """
                {"to": "%s", "amount": {"amount": %d, "currency": "TTK"}, "note": %s, "approval": "%s"}
                """.formatted(to, amount, note, approval);
    }

    private MvcTestResult send(String key, String body) {
        return request(body).header("Idempotency-Key", key).exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder request(String body) {
        return http.post()
                .uri("/api/wallet/transfers")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(alice, "alice"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
