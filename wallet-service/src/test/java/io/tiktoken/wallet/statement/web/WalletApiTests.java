package io.tiktoken.wallet.statement.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.reservation.Outcome;
import io.tiktoken.wallet.reservation.ReservationId;
import io.tiktoken.wallet.reservation.ReserveFunds;
import io.tiktoken.wallet.reservation.SettleReservation;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class WalletApiTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    ReserveFunds reserveFunds;

    @Autowired
    SettleReservation settleReservation;

    @Autowired
    MeterRegistry meters;

    @Test
    void whoNeverHadMoneySeesZerosAndTheLimits() {
        var alice = UUID.randomUUID();

        assertThat(get("/api/wallet", alice)).hasStatus(200).bodyJson().isStrictlyEqualTo("""
                {"id": "%s",
                 "balance": {"amount": 0, "currency": "TTK"},
                 "reserved": {"amount": 0, "currency": "TTK"},
                 "available": {"amount": 0, "currency": "TTK"},
                 "limits": {
                   "holding": {"limit": {"amount": 2000000, "currency": "TTK"},
                               "headroom": {"amount": 2000000, "currency": "TTK"}},
                   "transaction": {"limit": {"amount": 200000, "currency": "TTK"},
                                   "headroom": {"amount": 200000, "currency": "TTK"}},
                   "day": {"limit": {"amount": 500000, "currency": "TTK"},
                           "headroom": {"amount": 500000, "currency": "TTK"}},
                   "year": {"limit": {"amount": 10000000, "currency": "TTK"},
                            "headroom": {"amount": 10000000, "currency": "TTK"}}}}
                """.formatted(alice));
    }

    @Test
    void whatIsReservedIsNotAvailableAndCountsForTheDay() {
        var alice = wallets.someoneWith("100.00");
        reserve(alice, "30.00");

        var wallet = assertThat(get("/api/wallet", alice)).hasStatus(200).bodyJson();
        wallet.extractingPath("$.reserved.amount").isEqualTo(3000);
        wallet.extractingPath("$.available.amount").isEqualTo(7000);
        wallet.extractingPath("$.limits.day.headroom.amount").isEqualTo(497000);
    }

    @Test
    void theHistoryTellsWhatHappenedNewestFirstWithTheBalancesBetween() {
        var alice = wallets.someoneWith("100.00");
        var purchase = reserve(alice, "30.00");
        settleReservation.commit(purchase.id());

        assertThat(get("/api/wallet/transactions", alice))
                .hasStatus(200)
                .bodyJson()
                .isLenientlyEqualTo("""
                {"data": [
                  {"id": "%s", "type": "PURCHASE", "amount": {"amount": -3000, "currency": "TTK"},
                   "balanceAfter": {"amount": 7000, "currency": "TTK"}, "counterparty": "TikToken Shop",
                   "description": "Purchase", "reference": "%s"},
                  {"type": "TOP_UP", "amount": {"amount": 10000, "currency": "TTK"},
                   "balanceAfter": {"amount": 10000, "currency": "TTK"}, "counterparty": "Visa •••• 4242",
                   "description": "Card top-up of 100.00 SGD"}]}
                """.formatted(purchase.id(), purchase.order()));
        assertThat(get("/api/wallet/transactions", purchase.payee().value()))
                .bodyJson()
                .extractingPath("$.data[*].type")
                .asArray()
                .containsExactly("SALE");
    }

    @Test
    void theHistoryComesInPages() {
        var alice = wallets.someoneWith("1.00");
        wallets.topUp(alice, "2.00");
        wallets.topUp(alice, "3.00");

        var first = get("/api/wallet/transactions?limit=2", alice);
        assertThat(first)
                .bodyJson()
                .extractingPath("$.data[*].amount.amount")
                .asArray()
                .containsExactly(300, 200);
        var cursor = JsonPath.<String>read(text(first), "$.nextCursor");

        assertThat(get("/api/wallet/transactions?limit=2&cursor=" + cursor, alice))
                .bodyJson()
                .extractingPath("$.data[*].amount.amount")
                .asArray()
                .containsExactly(100);
    }

    @Test
    void theHistoryCanBeNarrowed() {
        var alice = wallets.someoneWith("100.00");
        settleReservation.commit(reserve(alice, "30.00").id());
        var today = LocalDate.now(ZoneId.of("Asia/Singapore"));

        assertThat(types("?type=TOP_UP", alice)).isEqualTo("[\"TOP_UP\"]");
        assertThat(types("?from=" + today + "&to=" + today, alice)).isEqualTo("[\"PURCHASE\",\"TOP_UP\"]");
        assertThat(types("?from=" + today.plusDays(1), alice)).isEqualTo("[]");
        assertThat(types("?to=" + Instant.now().minusSeconds(3600), alice)).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?type=GIFT", "?from=yesterday", "?to=2026-13-01", "?limit=101", "?cursor=1"})
    void whatCannotBeAskedIsRefused(String query) {
        assertThat(get("/api/wallet/transactions" + query, UUID.randomUUID())).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/wallet",
                "/api/wallet/transactions",
                "/api/wallet/top-ups/0190a000-0000-7000-8000-000000000000"
            })
    void onlyCustomersHaveAWallet(String path) {
        assertThat(http.get().uri(path)).hasStatus(401);
        assertThat(http.get()
                        .uri(path)
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Bearer " + TestTokens.person(UUID.randomUUID(), "root", "ADMIN")))
                .hasStatus(403);
    }

    @Test
    void anyoneMaySeeThatTheLedgerHolds() {
        wallets.someoneWith("1.00");

        var proof =
                assertThat(http.get().uri("/api/ledger/proof")).hasStatus(200).bodyJson();
        proof.extractingPath("$.holds").isEqualTo(true);
        proof.extractingPath("$.chain.intact").isEqualTo(true);
        proof.extractingPath("$.anchor").isIn("none", "holds"); // Anchoring goes on by the clock.
        assertThat(meters.get("tiktoken.ledger.holds").gauge().value()).isEqualTo(1);
    }

    private String types(String query, UUID person) {
        return JsonPath.read(text(get("/api/wallet/transactions" + query, person)), "$.data[*].type")
                .toString();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MvcTestResult get(String path, UUID person) {
        return http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(person, "alice"))
                .exchange();
    }

    private ReserveFunds.Request reserve(UUID customer, String amount) {
        var request = new ReserveFunds.Request(
                new ReservationId(UUID.randomUUID()),
                new OwnerId(customer),
                new OwnerId(UUID.randomUUID()),
                ttk(amount),
                new OrderId(UUID.randomUUID()),
                Duration.ofMinutes(15));
        var outcome = reserveFunds.reserve(
                request, TestApprovals.of(request, Instant.now().plusSeconds(100)));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return request;
    }
}
