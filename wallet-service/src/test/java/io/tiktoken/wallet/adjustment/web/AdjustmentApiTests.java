package io.tiktoken.wallet.adjustment.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.FakeAdministrators;
import io.tiktoken.wallet.TestWallets;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class AdjustmentApiTests {

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final String alicesToken = TestTokens.administrator(alice, "alice");
    private final String bobsToken = TestTokens.administrator(bob, "bob");

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakeAdministrators administrators;

    @Autowired
    JsonMapper json;

    private UUID customer;

    @BeforeEach
    void thereAreTwoAdministrators() {
        administrators.are(alice, bob);
        customer = wallets.someoneWith("100.00");
    }

    @Test
    void oneAsksAndTheOtherConfirms() {
        var asked = request("key", adjustment("-2500"));

        assertThat(asked).hasStatus(202).hasHeader(HttpHeaders.LOCATION, "/api/admin/adjustments/" + idOf(asked));
        assertThat(asked).bodyJson().isLenientlyEqualTo("""
                {"state": "AWAITING_CONFIRMATION", "ownerId": "%s", "amount": {"amount": -2500, "currency": "TTK"},
                 "reason": "paid twice", "requestedBy": "%s", "requestedByName": "alice"}
                """.formatted(customer, alice));
        assertThat(asked).bodyJson().doesNotHavePath("$.transactionId");
        assertThat(asked).bodyJson().doesNotHavePath("$.decidedBy");

        var confirmed = confirm(bobsToken, "key", idOf(asked));

        assertThat(confirmed).hasStatus(200).bodyJson().isLenientlyEqualTo("""
                {"state": "BOOKED", "transactionId": "%s", "decidedBy": "%s", "decidedByName": "bob"}
                """.formatted(idOf(asked), bob));
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("75.00"));
    }

    @Test
    void theOnlyOneBooksAtOnce() {
        administrators.are(alice);

        var booked = request("key", adjustment("2500"));

        assertThat(booked).hasStatus(201).bodyJson().isLenientlyEqualTo("{\"state\": \"BOOKED\", \"alone\": true}");
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("125.00"));
        assertThat(send(
                        TestTokens.person(customer, "customer"),
                        HttpMethod.GET,
                        "/api/wallet/transactions?type=ADJUSTMENT",
                        null,
                        ""))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"data": [{"id": "%s", "amount": {"amount": 2500, "currency": "TTK"},
                                   "description": "Correction: paid twice"}]}
                        """.formatted(idOf(booked)));
    }

    @Test
    void whoIsOnlyTheLastAbleOneWaits() {
        administrators.areAbleOf(2, alice);

        var asked = request("key", adjustment("2500"));

        assertThat(asked).hasStatus(202).bodyJson().extractingPath("$.state").isEqualTo("AWAITING_CONFIRMATION");
        code(confirm(alicesToken, "other", idOf(asked)), 403).isEqualTo("needs_another_administrator");
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void nobodyConfirmsTheirOwnNotEvenInAnotherSession() {
        var asked = request("key", adjustment("2500"));

        code(confirm(TestTokens.administrator(alice, "alice"), "other", idOf(asked)), 403)
                .isEqualTo("needs_another_administrator");
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void theOtherOneRefusesAndTheRequesterWithdraws() {
        var refused = request("one", adjustment("2500"));
        var withdrawn = request("two", adjustment("2500"));

        assertThat(refuse(bobsToken, idOf(refused)))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REFUSED");
        assertThat(refuse(alicesToken, idOf(withdrawn)))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("WITHDRAWN");
        var late = confirm(bobsToken, "key", idOf(refused));
        code(late, 409).isEqualTo("no_longer_open");
        assertThat(late).bodyJson().extractingPath("$.state").isEqualTo("REFUSED");
    }

    @Test
    void withoutAnAnswerFromAuthServiceNothingIsDoneAndNothingRemembered() {
        administrators.fallSilent();
        var unknown = request("key", adjustment("2500"));
        code(unknown, 503).isEqualTo("temporarily_unavailable");
        assertThat(unknown).hasHeader(HttpHeaders.RETRY_AFTER, "5");

        administrators.are(alice);
        assertThat(request("key", adjustment("2500"))).hasStatus(201).doesNotContainHeader("Idempotent-Replayed");
    }

    @Test
    void whatWasAnsweredIsAnsweredAgainAlsoWithoutAuthService() {
        var first = request("key", adjustment("2500"));
        administrators.fallSilent();

        var again = request("key", adjustment("2500"));

        assertThat(again).hasStatus(202).hasHeader("Idempotent-Replayed", "true");
        assertThat(again).bodyText().isEqualTo(text(first));
        assertThat(idsOf("?ownerId=" + customer)).hasSize(1);
    }

    @Test
    void theSameConfirmationAgainIsAnsweredAgain() {
        var asked = request("key", adjustment("2500"));
        var first = confirm(bobsToken, "key", idOf(asked));

        var again = confirm(bobsToken, "key", idOf(asked));

        assertThat(again).hasStatus(200).hasHeader("Idempotent-Replayed", "true");
        assertThat(again).bodyText().isEqualTo(text(first));
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("125.00"));
    }

    @Test
    void aKeyIsForOneRequestAndOneWallet() {
        request("key", adjustment("2500"));

        code(request("key", adjustment("2501")), 422).isEqualTo("idempotency_key_reused");
        customer = wallets.someoneWith("1.00");
        code(request("key", adjustment("2500")), 422).isEqualTo("idempotency_key_reused");
    }

    @Test
    void theKeyIsCompulsory() {
        var asked = request("key", adjustment("2500"));

        code(send(alicesToken, HttpMethod.POST, path(), null, adjustment("2500")), 400)
                .isEqualTo("idempotency_key_missing");
        code(
                        send(
                                bobsToken,
                                HttpMethod.POST,
                                "/api/admin/adjustments/%s/confirmation".formatted(idOf(asked)),
                                null,
                                ""),
                        400)
                .isEqualTo("idempotency_key_missing");
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("100.00"));
    }

    @Test
    void whatWasMalformedCanBePutRightUnderTheSameKey() {
        assertThat(request("key", adjustment("0"))).hasStatus(400);

        assertThat(request("key", adjustment("2500"))).hasStatus(202);
    }

    @Test
    void aDefiniteRefusalIsRemembered() {
        administrators.are(alice);
        code(request("key", adjustment("-10001")), 402).isEqualTo("insufficient_funds");
        wallets.topUp(customer, "100.00");

        var again = request("key", adjustment("-10001"));

        code(again, 402).isEqualTo("insufficient_funds");
        assertThat(again).hasHeader("Idempotent-Replayed", "true");
    }

    @Test
    void oneKeySentManyTimesAtOnceAdjustsOnce() throws Exception {
        administrators.are(alice);
        Callable<MvcTestResult> sending = () -> request("key", adjustment("100"));

        try (var threads = Executors.newFixedThreadPool(16)) {
            var answers = threads.invokeAll(Collections.nCopies(16, sending));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.resultNow()).hasStatus(201));
            assertThat(answers.stream().map(answer -> text(answer.resultNow())).distinct())
                    .hasSize(1);
        }
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("101.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "2500",
                "{\"amount\": 0, \"currency\": \"TTK\"}",
                "{\"amount\": 2500, \"currency\": \"SGD\"}",
                "{\"amount\": 2500, \"currency\": \"XXX\"}",
                "{\"amount\": 2500}",
                "{\"amount\": 25.5, \"currency\": \"TTK\"}",
                "{\"amount\": -25.0, \"currency\": \"TTK\"}",
                "{\"amount\": \"-2500\", \"currency\": \"TTK\"}",
                "{\"amount\": 9223372036854775808, \"currency\": \"TTK\"}",
                "{\"amount\": -9223372036854775809, \"currency\": \"TTK\"}",
                "{\"amount\": 1e3, \"currency\": \"TTK\"}",
                "{\"amount\": null, \"currency\": \"TTK\"}"
            })
    void anAmountThatIsNoneMovesNothing(String amount) {
        administrators.are(alice);

        assertThat(request("key", """
                        {"amount": %s, "reason": "paid twice"}""".formatted(amount))).hasStatus(400);
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("100.00"));
    }

    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 422, limit_exceeded",
        "-9223372036854775808, 422, limit_exceeded",
        "2000001, 422, limit_exceeded",
        "-10001, 402, insufficient_funds"
    })
    void anAmountThatIsTooMuchMovesNothing(String amount, int status, String code) {
        administrators.are(alice);

        code(request("key", adjustment(amount)), status).isEqualTo(code);
        assertThat(wallets.of(customer).balance()).isEqualTo(ttk("100.00"));
        assertThat(idsOf("?ownerId=" + customer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": {\"amount\": 1, \"currency\": \"TTK\"}}",
                "{\"amount\": {\"amount\": 1, \"currency\": \"TTK\"}, \"reason\": \" no \"}",
                "{\"amount\": {\"amount\": 1, \"currency\": \"TTK\"}, \"reason\": \"paid twice\", \"corrects\": \"1\"}",
                "{\"amount\": {\"amount\": 1, \"currency\": \"TTK\"}, \"reason\": \"paid twice\", \"state\": \"BOOKED\"}",
                "{\"amount\": {\"amount\": 1, \"currency\": \"TTK\"}, \"reason\": \"paid twice\", \"by\": \"bob\"}"
            })
    void whatIsNoRequestIsRefused(String body) {
        assertThat(request("key", body)).hasStatus(400);
    }

    @Test
    void whatIsToBeCorrectedMustBeTheWallets() {
        code(request("key", """
                {"amount": {"amount": 1, "currency": "TTK"}, "reason": "paid twice", "corrects": "%s"}
                """.formatted(UUID.randomUUID())), 422).isEqualTo("transaction_not_found");
    }

    @Test
    void areListedAndLookedUp() {
        var first = idOf(request("one", adjustment("1")));
        var second = idOf(request("two", adjustment("2")));
        refuse(bobsToken, first);

        var mine = "?ownerId=" + customer;
        assertThat(idsOf(mine)).containsExactly(second, first);
        assertThat(idsOf(mine + "&state=AWAITING_CONFIRMATION")).containsExactly(second);
        assertThat(idsOf(mine + "&state=REFUSED")).containsExactly(first);
        assertThat(idsOf(mine + "&limit=1")).containsExactly(second);
        assertThat(idsOf(mine + "&cursor=" + second)).containsExactly(first);
        assertThat(get("/api/admin/adjustments/" + first))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.decidedByName")
                .isEqualTo("bob");
        code(get("/api/admin/adjustments/" + UUID.randomUUID()), 404).isEqualTo("not_found");
        assertThat(get("/api/admin/adjustments?state=LOST")).hasStatus(400);
        assertThat(get("/api/admin/adjustments?state=1")).hasStatus(400);
        assertThat(get("/api/admin/adjustments?limit=101")).hasStatus(400);
    }

    @Test
    void aPasswordMayLookAndOnlyASecondFactorMayChange() {
        var asked = idOf(request("key", adjustment("2500")));
        var withoutCode = TestTokens.person(bob, "bob", "CUSTOMER", "ADMIN");

        assertThat(send(withoutCode, HttpMethod.GET, "/api/admin/adjustments/" + asked, null, ""))
                .hasStatus(200);
        code(confirm(withoutCode, "key", asked), 403).isEqualTo("second_factor_required");
        code(refuse(withoutCode, asked), 403).isEqualTo("second_factor_required");
        var customers = TestTokens.person(customer, "customer");
        code(send(customers, HttpMethod.POST, path(), "key", adjustment("2500")), 403)
                .isEqualTo("forbidden");
        code(send(customers, HttpMethod.GET, "/api/admin/adjustments", null, ""), 403)
                .isEqualTo("forbidden");
    }

    private static String adjustment(String amount) {
        return """
                {"amount": {"amount": %s, "currency": "TTK"}, "reason": "paid twice"}""".formatted(amount);
    }

    private String path() {
        return "/api/admin/wallets/%s/adjustments".formatted(customer);
    }

    private MvcTestResult request(String key, String body) {
        return send(alicesToken, HttpMethod.POST, path(), key, body);
    }

    private MvcTestResult confirm(String token, String key, String id) {
        return send(token, HttpMethod.POST, "/api/admin/adjustments/%s/confirmation".formatted(id), key, "");
    }

    private MvcTestResult refuse(String token, String id) {
        return send(token, HttpMethod.POST, "/api/admin/adjustments/%s/refusal".formatted(id), null, "");
    }

    private MvcTestResult get(String path) {
        return send(alicesToken, HttpMethod.GET, path, null, "");
    }

    private List<String> idsOf(String query) {
        return json.readTree(text(get("/api/admin/adjustments" + query)))
                .path("data")
                .valueStream()
                .map(adjustment -> adjustment.path("id").asString())
                .toList();
    }

    private MvcTestResult send(String token, HttpMethod method, String path, @Nullable String key, String body) {
        var request = http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }

    private static AbstractStringAssert<?> code(MvcTestResult answer, int status) {
        return assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.code")
                .asString();
    }

    private String idOf(MvcTestResult answer) {
        return json.readTree(text(answer)).path("id").asString();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
