package io.tiktoken.wallet.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.FakePeople;
import io.tiktoken.wallet.QuietApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.WholeDatabase;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whatever stands where an amount should be: every call that takes one refuses it clearly, and nothing has changed. */
@QuietApiTest
class AmountTests {

    /** Every call with an amount in its body, and what it says of one that is too large for it. */
    enum Call {
        TRANSFER("TTK", "limit_exceeded"),
        MONEY_REQUEST("TTK", "limit_exceeded"),
        TOP_UP("SGD", "limit_exceeded"),
        RESERVATION("TTK", "limit_exceeded"),
        REFUND("TTK", "exceeds_committed");

        private final String currency;
        private final String whenTooLarge;

        Call(String currency, String whenTooLarge) {
            this.currency = currency;
            this.whenTooLarge = whenTooLarge;
        }
    }

    private static final List<String> NO_NUMBERS = List.of(
            "0",
            "-1",
            "-3000",
            "-9223372036854775808",
            "1.5",
            "1.0",
            "1e3",
            "1e30",
            "1e400",
            "9223372036854775808",
            "100000000000000000000000000000",
            "\"100\"",
            "\"\"",
            "null",
            "true",
            "[]",
            "[100]",
            "{}",
            "NaN",
            "0x10",
            "007");

    private static final List<String> NO_CURRENCIES =
            List.of("\"XXX\"", "\"XAU\"", "\"ttk\"", "\"BTC\"", "\"\"", "null", "1", "true", "[\"TTK\"]", "{}");

    private static final List<String> NO_AMOUNTS = List.of(
            "null",
            "100",
            "\"100\"",
            "\"1.00 TTK\"",
            "true",
            "[]",
            "{}",
            "{\"amount\": 100}",
            "{\"amount\": 100, \"currency\": %s, \"more\": 1}",
            "{\"amount\": 100, \"amount\": 1, \"currency\": %s}",
            "[{\"amount\": 100, \"currency\": %s}]");

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakePeople people;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    JdbcClient jdbc;

    private final UUID shop = UUID.randomUUID();
    private UUID alice;

    @BeforeEach
    void aliceHasMoney() {
        alice = wallets.someoneWith("100.00");
        people.registered("bob", UUID.randomUUID());
    }

    static Stream<Arguments> whatIsNoAmount() {
        return Stream.of(Call.values()).flatMap(call -> {
            var own = "\"" + call.currency + "\"";
            var numbers = NO_NUMBERS.stream().map(number -> money(number, own));
            var currencies = NO_CURRENCIES.stream().map(currency -> money("100", currency));
            var others = NO_AMOUNTS.stream().map(amount -> amount.replace("%s", own));
            var foreign = call == Call.TOP_UP
                    ? Stream.<String>empty()
                    : Stream.of("SGD", "JPY", "USD").map(code -> money("100", "\"" + code + "\""));
            return Stream.of(numbers, currencies, others, foreign, Stream.of("%"))
                    .flatMap(bodies -> bodies)
                    .map(amount -> Arguments.of(call, amount));
        });
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("whatIsNoAmount")
    void whatIsNoAmountIsRefusedAndChangesNothing(Call call, String amount) {
        var purchase = call == Call.REFUND ? aPurchase() : UUID.randomUUID();
        var before = WholeDatabase.read(jdbc);

        var answer = amount.equals("%") ? send(call, purchase, null, 100) : send(call, purchase, amount, 100);

        assertThat(answer).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(JsonPath.<String>read(text(answer), "$.code")).isIn("malformed_request", "validation_failed");
        assertThat(text(answer)).doesNotContain("java.", "tools.jackson", "SQLITE");
        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
    }

    static Stream<Arguments> whatIsTooMuch() {
        return Stream.of(Call.values())
                .flatMap(call -> Stream.of(2_000_001L, 1L << 53, Long.MAX_VALUE - 1, Long.MAX_VALUE)
                        .map(amount -> Arguments.of(call, amount)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("whatIsTooMuch")
    void whatIsTooMuchIsRefusedByNameAndMovesNothing(Call call, long amount) {
        var purchase = call == Call.REFUND ? aPurchase() : UUID.randomUUID();
        var before = WholeDatabase.readMoney(jdbc);

        var answer = send(call, purchase, money(Long.toString(amount), "\"" + call.currency + "\""), amount);

        assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(JsonPath.<String>read(text(answer), "$.code")).isEqualTo(call.whenTooLarge);
        assertThat(answer).hasStatus(call == Call.REFUND ? 409 : 422);
        assertThat(WholeDatabase.readMoney(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void anHonestAmountIsTaken(Call call) {
        var purchase = call == Call.REFUND ? aPurchase() : UUID.randomUUID();

        assertThat(send(call, purchase, money("100", "\"" + call.currency + "\""), 100))
                .hasStatus2xxSuccessful();
    }

    private MvcTestResult send(Call call, UUID purchase, String amount, long approved) {
        return switch (call) {
            case TRANSFER -> post("/api/wallet/transfers", body("""
                    "to": "bob", "approval": "%s\"""".formatted(transferApproval(approved)), amount));
            case MONEY_REQUEST -> post("/api/wallet/money-requests", body("\"from\": \"bob\"", amount));
            case TOP_UP -> post("/api/wallet/top-ups", body("\"paymentMethod\": \"pm_card_visa\"", amount));
            case RESERVATION -> {
                var request = purchase(purchase, approved);
                yield put(
                        "/internal/reservations/" + purchase,
                        body("""
                        "customerId": "%s", "payeeId": "%s", "orderId": "%s", "approval": "%s", "expiresInSeconds": 900""".formatted(alice, shop, request.order(), approvalOf(request)), amount));
            }
            case REFUND ->
                put(
                        "/internal/refunds/" + UUID.randomUUID(),
                        body("\"reservationId\": \"%s\"".formatted(purchase), amount));
        };
    }

    private UUID aPurchase() {
        var request = purchase(UUID.randomUUID(), 5_00);
        reserveFunds.reserve(request, approvalOf(request));
        settleReservation.commit(request.id());
        return request.id().value();
    }

    private ReserveFunds.Request purchase(UUID id, long amount) {
        return new ReserveFunds.Request(
                new ReservationId(id),
                new OwnerId(alice),
                new OwnerId(shop),
                Money.tikTokens(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
    }

    private static String approvalOf(ReserveFunds.Request request) {
        return TestApprovals.of(request, Instant.now().plusSeconds(100));
    }

    private String transferApproval(long amount) {
        return TestApprovals.ofTransfer(
                alice, shop, "bob", Money.tikTokens(amount), Instant.now().plusSeconds(100));
    }

    private static String money(String amount, String currency) {
        return "{\"amount\": %s, \"currency\": %s}".formatted(amount, currency);
    }

    /** Without an amount at all when there is none. */
    private static String body(String others, String amount) {
        return amount == null ? "{%s}".formatted(others) : "{%s, \"amount\": %s}".formatted(others, amount);
    }

    private MvcTestResult post(String path, String body) {
        return send(HttpMethod.POST, path, TestTokens.person(alice, "alice"), body);
    }

    private MvcTestResult put(String path, String body) {
        return send(HttpMethod.PUT, path, TestTokens.service("order-service", "wallet-service", "funds:reserve"), body);
    }

    private MvcTestResult send(HttpMethod method, String path, String token, String body) {
        return http.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
