package io.tiktoken.wallet.reservation.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.Outcome;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class OpenReservationsApiTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    TestWallets wallets;

    @Test
    void aCustomerSeesWhatTheirMoneyIsSetAsideFor() {
        var alice = wallets.someoneWith("100.00");
        var order = UUID.randomUUID();
        var reservation = reserve(alice, order);

        var answer = assertThat(get("", alice));

        answer.hasStatus(200).bodyJson().isLenientlyEqualTo("""
                {"data": [{"id": "%s", "amount": {"amount": 1550, "currency": "TTK"},
                 "payee": {"name": "TikToken Shop"}, "orderId": "%s"}]}
                """.formatted(reservation, order));
        answer.bodyJson().hasPath("$.data[0].createdAt");
        answer.bodyJson().hasPath("$.data[0].expiresAt");
        answer.bodyJson().doesNotHavePath("$.nextCursor");
        assertThat(get("", UUID.randomUUID()))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.data")
                .asArray()
                .isEmpty();
    }

    @Test
    void aPageTellsWhereTheNextBegins() {
        var alice = wallets.someoneWith("100.00");
        reserve(alice, UUID.randomUUID());
        reserve(alice, UUID.randomUUID());

        assertThat(get("?limit=1", alice)).bodyJson().hasPath("$.nextCursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?cursor=x"})
    void aPageThatIsNoneIsRefused(String query) {
        assertThat(get(query, UUID.randomUUID()))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("validation_failed");
    }

    @Test
    void aReserveForAnOrderOfLongAgoIsRefusedForGood() {
        var alice = wallets.someoneWith("100.00");
        var made = Instant.now().minus(Duration.ofDays(46)).toEpochMilli();
        var request =
                request(alice, new UUID(made << 16 | 0x7000, UUID.randomUUID().getLeastSignificantBits()));

        assertThat(http.put()
                        .uri("/internal/reservations/" + request.id())
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Bearer " + TestTokens.service("order-service", "wallet-service", "funds:reserve"))
                        .header(HttpHeaders.CONTENT_TYPE, "application/json")
                        .content("""
                                {"customerId": "%s", "payeeId": "%s", "amount": {"amount": 1550, "currency": "TTK"},
                                 "orderId": "%s", "approval": "%s", "expiresInSeconds": 900}
                                """.formatted(alice, request.payee(), request.order(), approval(request)))
                        .exchange())
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("expired");
        assertThat(wallets.of(alice).reserved()).isEqualTo(ttk("0.00"));
    }

    private UUID reserve(UUID customer, UUID order) {
        var request = request(customer, order);
        assertThat(reserveFunds.reserve(request, approval(request))).isInstanceOf(Outcome.Done.class);
        return request.id().value();
    }

    private static ReserveFunds.Request request(UUID customer, UUID order) {
        return new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(UUID.randomUUID()),
                ttk("15.50"),
                new OrderId(order),
                Duration.ofMinutes(15));
    }

    private static String approval(ReserveFunds.Request request) {
        return TestApprovals.of(request, Instant.now().plusSeconds(120));
    }

    private MvcTestResult get(String query, UUID person) {
        return http.get()
                .uri("/api/wallet/reservations" + query)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(person, "alice"))
                .exchange();
    }
}
