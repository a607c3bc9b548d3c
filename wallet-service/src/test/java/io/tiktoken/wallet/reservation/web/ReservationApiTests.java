package io.tiktoken.wallet.reservation.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class ReservationApiTests {

    private static final String ORDER_SERVICE = TestTokens.service("order-service", "wallet-service", "funds:reserve");

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    private final UUID shop = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final UUID reservation = UUID.randomUUID();

    @Test
    void aPurchaseIsReservedCommittedAndRefunded() {
        var alice = wallets.someoneWith("100.00");

        var reserved = assertThat(reserve(alice, "15.50"));
        reserved.hasStatus(200).bodyJson().extractingPath("$.state").isEqualTo("RESERVED");
        reserved.bodyJson().extractingPath("$.id").isEqualTo(reservation.toString());
        reserved.bodyJson().hasPath("$.expiresAt");
        assertThat(put("/internal/reservations/%s/commit".formatted(reservation), null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("COMMITTED");
        assertThat(refund("5.50")).hasStatus(200);

        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("90.00"));
        assertThat(wallets.of(shop).balance()).isEqualTo(ttk("10.00"));
        problem(refund("10.01"), 409, "exceeds_committed");
        problem(put("/internal/reservations/%s/release".formatted(reservation), null), 409, "already_committed");
    }

    @Test
    void aResumedSagaRepeatsItsCommandAndGetsTheStoredAnswer() {
        var alice = wallets.someoneWith("100.00");
        var first = reserve(alice, "15.50");
        var again = reserve(alice, "15.50", claims -> claims.expirationTime(null));

        assertThat(again).hasStatus(200);
        assertThat(again.getResponse().getContentAsByteArray())
                .isEqualTo(first.getResponse().getContentAsByteArray());
    }

    @Test
    void refusalsHaveTheirStatusAndCode() {
        var alice = wallets.someoneWith("5000.00");

        problem(reserve(UUID.randomUUID(), "0.01"), 402, "insufficient_funds");
        problem(reserve(alice, "1.00"), 422, "body_differs");
        problem(reserve(UUID.randomUUID(), alice, "2000.01"), 422, "limit_exceeded");
        problem(reserve(UUID.randomUUID(), alice, "5000.01"), 422, "limit_exceeded");
    }

    @Test
    void approvalsAreJudged() {
        var alice = wallets.someoneWith("100.00");

        problem(reserve(alice, "1.00", claims -> claims.claim("amount", 99)), 403, "approval_invalid");
        problem(
                reserve(alice, "1.00", claims -> claims.expirationTime(Date.from(Instant.now()))),
                403,
                "approval_expired");
        var jti = UUID.randomUUID().toString();
        assertThat(reserve(alice, "1.00", claims -> claims.jwtID(jti))).hasStatus(200);
        problem(reserve(UUID.randomUUID(), alice, "1.00", claims -> claims.jwtID(jti)), 403, "approval_used");
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("1.00"));
    }

    @Test
    void aReleaseMayComeFirst() {
        var alice = wallets.someoneWith("100.00");

        assertThat(put("/internal/reservations/%s/release".formatted(reservation), null))
                .hasStatus(200);

        problem(reserve(alice, "15.50"), 409, "already_released");
        problem(put("/internal/reservations/%s/commit".formatted(reservation), null), 409, "already_released");
    }

    @Test
    void whatNobodyReservedIsNotThere() {
        problem(get("/internal/reservations/" + reservation, ORDER_SERVICE), 404, "not_reserved");
        problem(put("/internal/reservations/%s/commit".formatted(reservation), null), 404, "not_reserved");
        problem(refund("1.00"), 404, "not_reserved");
        assertThat(get("/internal/reservations/not-an-id", ORDER_SERVICE)).hasStatus(400);
    }

    @Test
    void aRefusedReservationCanBeLookedUpAndReleased() {
        reserve(UUID.randomUUID(), "0.01");

        assertThat(get("/internal/reservations/" + reservation, ORDER_SERVICE))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REFUSED");
        assertThat(put("/internal/reservations/%s/release".formatted(reservation), null))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("REFUSED");
    }

    @ParameterizedTest
    @CsvSource({
        "0, TTK",
        "-1, TTK",
        "1.5, TTK",
        "'\"1\"', TTK",
        "100, SGD",
        "9223372036854775808, TTK",
        "1e2, TTK",
        "null, TTK"
    })
    void anAmountThatIsNoneIsRefusedAndChangesNothing(String amount, String currency) {
        var alice = wallets.someoneWith("100.00");
        var body = body(alice, amount, "x").replace("TTK", currency);

        assertThat(put("/internal/reservations/" + reservation, body)).hasStatus(400);

        problem(get("/internal/reservations/" + reservation, ORDER_SERVICE), 404, "not_reserved");
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("0.00"));
    }

    @Test
    void theLargestAmountThereIsIsOverTheLimit() {
        var alice = wallets.someoneWith("100.00");

        problem(reserve(alice, "92233720368547758.07"), 422, "limit_exceeded");
    }

    @Test
    void nobodyBuysFromThemselves() {
        var alice = wallets.someoneWith("100.00");
        var body = body(alice, "100", "x").replace(shop.toString(), alice.toString());

        problem(put("/internal/reservations/" + reservation, body), 400, "validation_failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"customerId\": null}", "[]", "null", ""})
    void halfARequestIsNoRequest(String body) {
        assertThat(put("/internal/reservations/" + reservation, body)).hasStatus(400);
    }

    @Test
    void onlyAServiceThatMayReserveFundsGetsIn() {
        var path = "/internal/reservations/" + reservation;

        assertThat(http.get().uri(path)).hasStatus(401);
        assertThat(get(path, TestTokens.person(UUID.randomUUID(), "alice"))).hasStatus(401);
        assertThat(get(path, TestTokens.service("order-service", "catalog-service", "funds:reserve")))
                .hasStatus(401);
        assertThat(get(path, TestTokens.service("gateway", "wallet-service", "sessions:exchange")))
                .hasStatus(403);
    }

    private MvcTestResult reserve(UUID customer, String amount) {
        return reserve(reservation, customer, amount, _ -> {});
    }

    private MvcTestResult reserve(UUID customer, String amount, Consumer<JWTClaimsSet.Builder> change) {
        return reserve(reservation, customer, amount, change);
    }

    private MvcTestResult reserve(UUID id, UUID customer, String amount) {
        return reserve(id, customer, amount, _ -> {});
    }

    private MvcTestResult reserve(UUID id, UUID customer, String amount, Consumer<JWTClaimsSet.Builder> change) {
        var money = ttk(amount);
        var approval =
                TestApprovals.of(customer, shop, money, order, Instant.now().plusSeconds(100), change);
        return put("/internal/reservations/" + id, body(customer, Long.toString(money.amount()), approval));
    }

    private String body(UUID customer, String amount, String approval) {
        return """
                {"customerId": "%s", "payeeId": "%s", "amount": {"amount": %s, "currency": "TTK"}, "orderId": "%s",
                 "approval": "%s", "expiresInSeconds": 900}
                """.formatted(customer, shop, amount, order, approval);
    }

    private MvcTestResult refund(String amount) {
        return put("/internal/refunds/" + UUID.randomUUID(), """
                {"reservationId": "%s", "amount": {"amount": %d, "currency": "TTK"}}
                """.formatted(
                        reservation, ttk(amount).amount()));
    }

    private MvcTestResult put(String path, String body) {
        var request = http.put().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + ORDER_SERVICE);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private MvcTestResult get(String path, String token) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static void problem(MvcTestResult answer, int status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }
}
