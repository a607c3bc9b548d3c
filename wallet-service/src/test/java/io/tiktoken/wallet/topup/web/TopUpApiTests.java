package io.tiktoken.wallet.topup.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.FakeQuotes;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.topup.Quote;
import io.tiktoken.wallet.topup.QuoteId;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class TopUpApiTests {

    private static final String TWENTY_DOLLARS = """
            {"amount": {"amount": 2000, "currency": "SGD"}, "paymentMethod": "pm_card_visa"}
            """;

    @Autowired
    MockMvcTester http;

    @Autowired
    FakeQuotes fx;

    @Autowired
    TestWallets wallets;

    @Autowired
    JdbcClient jdbc;

    private final UUID alice = UUID.randomUUID();

    @AfterEach
    void fxSpeaks() {
        fx.speakAgain();
    }

    @Test
    void creditsTheWalletAndTellsWhereToLook() {
        var answer = topUp("key", TWENTY_DOLLARS);

        assertThat(answer).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"status": "SUCCEEDED", "charged": {"amount": 2000, "currency": "SGD"},
                 "credited": {"amount": 2000, "currency": "TTK"}, "fee": {"amount": 0, "currency": "TTK"}}
                """);
        assertThat(get(answer.getResponse().getHeader(HttpHeaders.LOCATION), alice))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUCCEEDED");
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("20.00"));
    }

    @Test
    void theSameKeyChargesOnceAndAnswersAlike() {
        var first = topUp("key", TWENTY_DOLLARS);
        var second = topUp("\"key\"", TWENTY_DOLLARS);

        assertThat(second).hasStatus(201).hasHeader("Idempotent-Replayed", "true");
        assertThat(second.getResponse().getContentAsByteArray())
                .isEqualTo(first.getResponse().getContentAsByteArray());
        assertThat(first).doesNotContainHeader("Idempotent-Replayed");
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("20.00"));
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        topUp("key", TWENTY_DOLLARS);

        problem(topUp("key", TWENTY_DOLLARS.replace("2000", "2001")), 422, "idempotency_key_reused");
    }

    @Test
    void aKeyIsNeeded() {
        problem(topUp("", TWENTY_DOLLARS), 400, "idempotency_key_missing");
    }

    @Test
    void aDeclinedCardIsDeclinedAgainByAReplay() {
        var declined = TWENTY_DOLLARS.replace("pm_card_visa", "pm_card_chargeDeclinedInsufficientFunds");

        problem(topUp("key", declined), 402, "card_declined")
                .bodyJson()
                .extractingPath("$.declineCode")
                .isEqualTo("insufficient_funds");
        problem(topUp("key", declined), 402, "card_declined").hasHeader("Idempotent-Replayed", "true");
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("0.00"));
    }

    @Test
    void noAnswerFromFxIsPendingUntilThereIsOne() {
        var quote = fx.promise(new Quote(Money.of("1000", "JPY"), ttk("8.65"), ttk("0.00"), new BigDecimal("115.5")));
        fx.fallSilent();

        var answer = topUp("key", """
                {"amount": {"amount": 1000, "currency": "JPY"}, "paymentMethod": "pm_card_visa", "quoteId": "%s"}
                """.formatted(quote));

        assertThat(answer).hasStatus(201).bodyJson().extractingPath("$.status").isEqualTo("PENDING");
        assertThat(answer).bodyJson().doesNotHavePath("$.credited");
    }

    @ParameterizedTest(name = "{1} {2}")
    @CsvSource({
        "'1000, pm_card_chargeDeclined', 402, card_declined",
        "'1000, pm_card_nobody_knows', 422, payment_method_unknown",
        "'1001, pm_card_visa', 422, quote_mismatch"
    })
    void theCorrectedAttemptUsesTheSameQuote(String attempt, int status, String code) {
        var quote = fx.promise(new Quote(Money.of("1000", "JPY"), ttk("8.65"), ttk("0.00"), new BigDecimal("115.5")));

        problem(topUp("first", exchange(attempt, quote)), status, code);
        assertThat(topUp("second", exchange("1000, pm_card_visa", quote))).hasStatus(201);

        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("8.65"));
    }

    private static String exchange(String attempt, QuoteId quote) {
        var parts = attempt.split(", ");
        return """
                {"amount": {"amount": %s, "currency": "JPY"}, "paymentMethod": "%s", "quoteId": "%s"}
                """.formatted(parts[0], parts[1], quote);
    }

    @ParameterizedTest(name = "{2} {3}: {0} {1}")
    @CsvSource({
        "2000, SGD, 422, quote_mismatch, 0190a000-0000-7000-8000-000000000000",
        "2000, USD, 422, quote_required,",
        "2000, TTK, 422, currency_not_accepted,",
        "2000, USD, 404, quote_not_found, 0190a000-0000-7000-8000-000000000000",
        "2000001, SGD, 422, limit_exceeded,",
        "9223372036854775807, SGD, 422, limit_exceeded,",
        "9223372036854775808, SGD, 400, malformed_request,",
        "0, SGD, 400, validation_failed,",
        "-1000, SGD, 400, validation_failed,",
        "10.5, SGD, 400, malformed_request,",
        "1e3, SGD, 400, malformed_request,",
        "'\"2000\"', SGD, 400, malformed_request,",
        "true, SGD, 400, malformed_request,",
        "null, SGD, 400, malformed_request,",
        "2000, XXX, 400, malformed_request,",
        "2000, sgd, 400, malformed_request,"
    })
    void whatCannotBeChargedIsRefusedAndChangesNothing(
            String amount, String currency, int status, String code, String quote) {
        var body = """
                {"amount": {"amount": %s, "currency": "%s"}, "paymentMethod": "pm_card_visa"%s}
                """.formatted(amount, currency, quote == null ? "" : ", \"quoteId\": \"%s\"".formatted(quote));

        problem(topUp("key", body), status, code);

        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("0.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": {\"amount\": 2000, \"currency\": \"SGD\"}, \"paymentMethod\": \"%s\"}",
                "{\"amount\": {\"amount\": 2000, \"currency\": \"%s\"}, \"paymentMethod\": \"pm_card_visa\"}",
                "{\"amount\": {\"amount\": %s, \"currency\": \"SGD\"}, \"paymentMethod\": \"pm_card_visa\"}",
                "{\"amount\": {\"amount\": 2000, \"currency\": \"SGD\"}, \"paymentMethod\": \"pm_1\", \"quoteId\": \"%s\"}",
                "{\"amount\": {\"amount\": 2000, \"currency\": \"SGD\"}, \"paymentMethod\": \"pm_1\", \"card\": {\"n\": [\"%s\"]}}",
                "{\"amount\": {\"amount\": 2000, \"currency\": \"SGD\"}, \"paymentMethod\": \"pm_1\", \"%s\": 1}"
            })
    void aCardNumberIsTurnedAwayWhereverItStandsAndLeavesNoTrace(String body, CapturedOutput output) {
        var number = "4242424242424242";

        var answer = topUp("key", body.formatted(number));

        problem(answer, 400, "card_number_refused");
        assertThat(answer.getResponse().getContentAsByteArray()).asString().doesNotContain(number);
        assertThat(output).doesNotContain(number);
        assertThat(topUpsOf(alice)).isZero();
    }

    @Test
    void aCardNumberAsKeyIsTurnedAwayToo() {
        problem(topUp("4242 4242 4242 4242", TWENTY_DOLLARS), 400, "card_number_refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "pm_",
                "pm_card visa",
                "pm_card-visa",
                "pm_card_visä",
                "pm_карта",
                "tok_visa",
                " pm_card_visa",
                "PM_card_visa",
                "pm_４２４２",
                "4242",
                "pm_01234567890123456789012345678901234567890123456789012345678901234"
            })
    void aPaymentMethodHasTheFormOfAToken(String paymentMethod) {
        problem(topUp("key", TWENTY_DOLLARS.replace("pm_card_visa", paymentMethod)), 400, "validation_failed");
        assertThat(topUpsOf(alice)).isZero();
    }

    @Test
    void anUnknownFieldIsRefused() {
        problem(topUp("key", TWENTY_DOLLARS.replace("}\n", ", \"price\": 1}\n")), 400, "malformed_request");
    }

    @Test
    void thePeoplesTopUpsAreTheirOwn() {
        var location = topUp("key", TWENTY_DOLLARS).getResponse().getHeader(HttpHeaders.LOCATION);

        problem(get(location, UUID.randomUUID()), 404, "not_found");
        problem(get("/api/wallet/top-ups/" + UUID.randomUUID(), alice), 404, "not_found");
        assertThat(get("/api/wallet/top-ups/not-an-id", alice)).hasStatus(400);
    }

    private MvcTestResult topUp(String key, String body) {
        return http.post()
                .uri("/api/wallet/top-ups")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(alice, "alice"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path, UUID person) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(person, "someone"))
                .exchange();
    }

    private int topUpsOf(UUID owner) {
        return jdbc.sql("SELECT count(*) FROM top_ups WHERE owner = ?")
                .param(owner.toString())
                .query(Integer.class)
                .single();
    }

    private static MvcTestResultAssert problem(MvcTestResult answer, int status, String code) {
        var result = assertThat(answer);
        result.hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        result.bodyJson().extractingPath("$.code").isEqualTo(code);
        return result;
    }
}
