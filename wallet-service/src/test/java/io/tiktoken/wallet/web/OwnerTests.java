package io.tiktoken.wallet.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.FakePeople;
import io.tiktoken.wallet.QuietApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.WholeDatabase;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whose money it is stands in the token and nowhere else: a body that names somebody is refused. */
@QuietApiTest
class OwnerTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakePeople people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sender",
                "from",
                "owner",
                "ownerId",
                "customer",
                "customerId",
                "user",
                "userId",
                "person",
                "sub",
                "wallet"
            })
    void nobodySpendsOrTopsUpForSomebodyElse(String field) {
        var bob = people.registered("bob", wallets.someoneWith("100.00"));
        var eve = wallets.someoneWith("100.00");
        // The best that a thief can have: an approval that bob gave for exactly this.
        var approval = TestApprovals.ofTransfer(
                bob, eve, "eve", TestWallets.ttk("1.00"), Instant.now().plusSeconds(100));
        var before = WholeDatabase.read(jdbc);

        assertRefused(eve, "/api/wallet/transfers", """
                {"to": "eve", "amount": {"amount": 100, "currency": "TTK"}, "approval": "%s", "%s": "%s"}
                """.formatted(approval, field, bob));
        assertRefused(eve, "/api/wallet/top-ups", """
                {"amount": {"amount": 100, "currency": "SGD"}, "paymentMethod": "pm_card_visa", "%s": "%s"}
                """.formatted(field, bob));

        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
    }

    private void assertRefused(UUID caller, String path, String body) {
        assertThat(http.post()
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(caller, "eve2"))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange())
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("malformed_request");
    }
}
