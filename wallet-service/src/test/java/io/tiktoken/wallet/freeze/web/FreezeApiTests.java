package io.tiktoken.wallet.freeze.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.FakePeople;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class FreezeApiTests {

    private final UUID administrator = UUID.randomUUID();
    private final String administratorsToken = TestTokens.administrator(administrator, "alice");
    private final UUID bob = UUID.randomUUID();

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakePeople people;

    @Autowired
    JsonMapper json;

    private UUID alice;

    @BeforeEach
    void aliceHasMoney() {
        alice = wallets.someoneWith("100.00");
    }

    @Test
    void anAdministratorSeesWhoFrozeItWhenAndWhy() {
        assertThat(freeze("OUT", " a   stolen\\nphone "))
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"ownerId": "%s", "freeze": {"direction": "OUT", "reason": "a stolen phone",
                 "administratorId": "%s", "administratorName": "alice"}}
                """.formatted(alice, administrator));
        freeze("NONE", "found again");

        var seen = assertThat(as(administratorsToken, HttpMethod.GET, wallet(), ""))
                .hasStatus(200);

        seen.bodyJson().isLenientlyEqualTo("""
                {"ownerId": "%s", "balance": {"amount": 10000, "currency": "TTK"},
                 "reserved": {"amount": 0, "currency": "TTK"}, "available": {"amount": 10000, "currency": "TTK"},
                 "freezes": [{"direction": "NONE", "reason": "found again"},
                             {"direction": "OUT", "reason": "a stolen phone"}]}
                """.formatted(alice));
        seen.bodyJson().doesNotHavePath("$.freeze");
        seen.bodyJson().hasPathSatisfying("$.limits.holding.headroom", _ -> {});
    }

    @Test
    void theOwnerSeesThatItIsFrozenAndNotWhy() {
        assertThat(as(token(alice), HttpMethod.GET, "/api/wallet", ""))
                .bodyJson()
                .doesNotHavePath("$.frozen");
        freeze("BOTH", "a secret enquiry");

        var seen = assertThat(as(token(alice), HttpMethod.GET, "/api/wallet", ""));

        seen.bodyJson().extractingPath("$.frozen").isEqualTo("BOTH");
        seen.bodyText().doesNotContain("enquiry", administrator.toString());
    }

    @Test
    void whoSendsToAFrozenWalletHearsWhatSomebodyFullWouldSay() {
        freeze("IN", "an enquiry");
        var full = wallets.someoneWith("20000.00");

        var toFrozen = transfer(bobWith("100.00"), alice, "alice", 3000);
        var toFull = transfer(bobWith("100.00"), full, "alice", 3000);

        assertThat(toFrozen).hasStatus(422).bodyJson().extractingPath("$.code").isEqualTo("receiver_limit_exceeded");
        assertThat(withoutTrace(toFrozen)).isEqualTo(withoutTrace(toFull));
    }

    @Test
    void whoSendsFromAFrozenWalletIsToldSo() {
        freeze("OUT", "an enquiry");

        code(transfer(alice, bob, "bob", 3000), 403).isEqualTo("wallet_frozen");
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void aMoneyRequestIsNotPaidFromAFrozenWallet() {
        people.registered("alice", alice);
        var request = askedOfAlice();
        freeze("OUT", "an enquiry");

        code(pays(request), 403).isEqualTo("wallet_frozen");

        freeze("NONE", "it is over");
        assertThat(pays(request)).hasStatus(201);
    }

    @Test
    void aMoneyRequestIsNotPaidToAFrozenWallet() {
        people.registered("alice", alice);
        var request = askedOfAlice();
        as(administratorsToken, HttpMethod.PUT, wallet(bob) + "/freeze", """
                {"direction": "IN", "reason": "an enquiry"}""");

        code(pays(request), 422).isEqualTo("receiver_limit_exceeded");
    }

    @Test
    void noCardTopsAFrozenWalletUp() {
        freeze("IN", "an enquiry");

        var answer = http.post()
                .uri("/api/wallet/top-ups")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token(alice))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"amount": {"amount": 2000, "currency": "SGD"}, "paymentMethod": "pm_card_visa"}""")
                .exchange();

        code(answer, 403).isEqualTo("wallet_frozen");
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void aReservationOfAFrozenWalletIsRefusedWithACodeOfItsOwn() {
        freeze("BOTH", "an enquiry");

        code(reserve(alice, bob), 422).isEqualTo("wallet_frozen");
        code(reserve(bobWith("100.00"), alice), 422).isEqualTo("payee_frozen");
    }

    @Test
    void theTransactionsAreThoseThatTheOwnerSees() {
        transfer(alice, bob, "bob", 3000);

        assertThat(as(administratorsToken, HttpMethod.GET, wallet() + "/transactions?type=TRANSFER_OUT", ""))
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"data": [{"type": "TRANSFER_OUT", "amount": {"amount": -3000, "currency": "TTK"}}]}""");
        assertThat(as(administratorsToken, HttpMethod.GET, wallet() + "/transactions?type=GIFT", ""))
                .hasStatus(400);
    }

    @Test
    void frozenWalletsAreListedTheLatestFirst() {
        freeze("IN", "an enquiry");
        var other = wallets.someoneWith("1.00");
        as(administratorsToken, HttpMethod.PUT, wallet(other) + "/freeze", """
                {"direction": "OUT", "reason": "another enquiry"}""");

        var first = as(administratorsToken, HttpMethod.GET, "/api/admin/wallets?frozen=true&limit=1", "");
        var cursor = json.readTree(text(first)).path("nextCursor").asString();
        var second =
                as(administratorsToken, HttpMethod.GET, "/api/admin/wallets?frozen=true&limit=1&cursor=" + cursor, "");

        assertThat(first).bodyJson().extractingPath("$.data[0].ownerId").isEqualTo(other.toString());
        assertThat(second).bodyJson().extractingPath("$.data[0].ownerId").isEqualTo(alice.toString());
        for (var query : new String[] {"", "?frozen=false", "?frozen=perhaps"}) {
            assertThat(as(administratorsToken, HttpMethod.GET, "/api/admin/wallets" + query, ""))
                    .hasStatus(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"direction\": \"OUT\"}",
                "{\"direction\": \"OUT\", \"reason\": null}",
                "{\"direction\": \"OUT\", \"reason\": \"no\"}",
                "{\"direction\": \"OUT\", \"reason\": \"\\u200b\\u200b\\u200b\\u200b\"}",
                "{\"direction\": \"OUT\", \"reason\": \"😀😀\"}",
                "{\"direction\": \"SIDEWAYS\", \"reason\": \"an enquiry\"}",
                "{\"direction\": 1, \"reason\": \"an enquiry\"}",
                "{\"direction\": null, \"reason\": \"an enquiry\"}",
                "{\"direction\": \"OUT\", \"reason\": \"an enquiry\", \"by\": \"bob\"}",
                "[]"
            })
    void whatIsNoDecisionFreezesNothing(String body) {
        assertThat(as(administratorsToken, HttpMethod.PUT, wallet() + "/freeze", body))
                .hasStatus(400);
        assertThat(as(administratorsToken, HttpMethod.GET, wallet(), ""))
                .bodyJson()
                .extractingPath("$.freezes")
                .asArray()
                .isEmpty();
    }

    @Test
    void aPasswordMayLookAndOnlyASecondFactorMayFreeze() {
        var withoutCode = TestTokens.person(administrator, "alice", "CUSTOMER", "ADMIN");
        var body = "{\"direction\": \"OUT\", \"reason\": \"an enquiry\"}";

        assertThat(as(withoutCode, HttpMethod.GET, wallet(), "")).hasStatus(200);
        code(as(withoutCode, HttpMethod.PUT, wallet() + "/freeze", body), 403).isEqualTo("second_factor_required");
        code(as(token(alice), HttpMethod.GET, wallet(), ""), 403).isEqualTo("forbidden");
        code(as(token(alice), HttpMethod.PUT, wallet() + "/freeze", body), 403).isEqualTo("forbidden");
    }

    private MvcTestResult freeze(String direction, String reason) {
        return as(administratorsToken, HttpMethod.PUT, wallet() + "/freeze", """
                {"direction": "%s", "reason": "%s"}""".formatted(direction, reason));
    }

    private UUID bobWith(String tikTokens) {
        return wallets.someoneWith(tikTokens);
    }

    private MvcTestResult transfer(UUID sender, UUID receiver, String username, long amount) {
        var money = Money.tikTokens(amount);
        var approval = TestApprovals.ofTransfer(
                sender, receiver, username, money, Instant.now().plusSeconds(100));
        return as(TestTokens.person(sender, "somebody"), HttpMethod.POST, "/api/wallet/transfers", """
                {"to": "%s", "amount": {"amount": %d, "currency": "TTK"}, "approval": "%s"}
                """.formatted(
                        username, amount, approval));
    }

    private String askedOfAlice() {
        var asked = as(TestTokens.person(bob, "bob"), HttpMethod.POST, "/api/wallet/money-requests", """
                {"from": "alice", "amount": {"amount": 3000, "currency": "TTK"}}""");
        assertThat(asked).hasStatus(201);
        return json.readTree(text(asked)).path("id").asString();
    }

    private MvcTestResult pays(String request) {
        var approval = TestApprovals.ofTransfer(
                alice, bob, "bob", ttk("30.00"), Instant.now().plusSeconds(100));
        return as(
                token(alice),
                HttpMethod.POST,
                "/api/wallet/money-requests/%s/payment".formatted(request),
                """
                {"approval": "%s"}""".formatted(approval));
    }

    private MvcTestResult reserve(UUID customer, UUID payee) {
        var order = UUID.randomUUID();
        var approval = TestApprovals.of(
                customer, payee, ttk("10.00"), order, Instant.now().plusSeconds(100), _ -> {});
        return as(
                TestTokens.service("order-service", "wallet-service", "funds:reserve"),
                HttpMethod.PUT,
                "/internal/reservations/" + UUID.randomUUID(),
                """
                {"customerId": "%s", "payeeId": "%s", "amount": {"amount": 1000, "currency": "TTK"},
                 "orderId": "%s", "approval": "%s", "expiresInSeconds": 900}
                """.formatted(customer, payee, order, approval));
    }

    private String wallet() {
        return wallet(alice);
    }

    private static String wallet(UUID owner) {
        return "/api/admin/wallets/" + owner;
    }

    private static String token(UUID person) {
        return TestTokens.person(person, "alice");
    }

    private MvcTestResult as(String token, HttpMethod method, String path, String body) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static AbstractStringAssert<?> code(MvcTestResult answer, int status) {
        return assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .asString();
    }

    private static String withoutTrace(MvcTestResult answer) {
        return text(answer).replaceAll("\"traceId\":\"[0-9a-f]*\"", "");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
