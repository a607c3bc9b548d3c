package io.tiktoken.wallet.proof.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.ledger.Journal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class FullCheckApiTests {

    private static final String ADMINISTRATOR = "Bearer " + TestTokens.administrator(UUID.randomUUID(), "root");

    @Autowired
    MockMvcTester http;

    @Autowired
    Journal journal;

    @Autowired
    TestWallets wallets;

    @Autowired
    MeterRegistry meters;

    @Test
    void anAdministratorHasEverythingCheckedAndIsToldHowItGoes() {
        wallets.someoneWith("1.00");
        var height = journal.head().height();

        var begun = assertThat(
                http.post().uri("/api/admin/ledger/checks").header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR));

        begun.hasStatus(202).hasHeader(HttpHeaders.LOCATION, "/api/admin/ledger/checks/latest");
        begun.bodyJson().extractingPath("$.state").isEqualTo("RUNNING");
        await().untilAsserted(() -> {
            var latest = assertThat(http.get()
                            .uri("/api/admin/ledger/checks/latest")
                            .header(HttpHeaders.AUTHORIZATION, ADMINISTRATOR))
                    .hasStatus(200)
                    .bodyJson();
            latest.extractingPath("$.state").isEqualTo("ENDED");
            latest.extractingPath("$.holds").isEqualTo(true);
            latest.extractingPath("$.wrongAccounts").isEqualTo(Map.of("count", 0, "named", List.of()));
            latest.extractingPath("$.progress")
                    .asNumber()
                    .satisfies(progress -> assertThat(progress.longValue()).isGreaterThanOrEqualTo(height));
        });
    }

    @Test
    void whoeverMayLookMustHaveShownASecondFactorToAskForOne() {
        var without = "Bearer " + TestTokens.person(UUID.randomUUID(), "root", "ADMIN");

        assertThat(http.post().uri("/api/admin/ledger/checks").header(HttpHeaders.AUTHORIZATION, without))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("second_factor_required");
        assertThat(http.get()
                        .uri("/api/admin/ledger/checks/latest")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(UUID.randomUUID(), "alice")))
                .hasStatus(403);
    }

    @Test
    void theFiguresAreMetrics() {
        wallets.someoneWith("1.00");
        await().untilAsserted(() -> {
            assertThat(http.get().uri("/api/ledger/proof"))
                    .hasStatus(200)
                    .bodyJson()
                    .extractingPath("$.fullCheck.holds")
                    .isEqualTo(true);
            assertThat(figure("height")).isPositive();
        });

        for (var figure : new String[] {"holds", "fullcheck.holds"}) {
            assertThat(figure(figure)).isEqualTo(1);
        }
        assertThat(figure("fullcheck.age")).isNotNegative();
        assertThat(figure("balance.drift")).isZero();
        assertThat(figure("anchored.height")).isNotNegative();
        assertThat(meters.get("tiktoken.ledger.sum")
                        .tag("currency", "TTK")
                        .gauge()
                        .value())
                .isZero();
    }

    private double figure(String name) {
        return meters.get("tiktoken.ledger." + name).gauge().value();
    }
}
