package io.tiktoken.wallet.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.tiktoken.defaults.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which token opens which path; all others stay shut. */
@Configuration(proxyBeanMethods = false)
class WalletSecurity {

    @Bean
    AccessRules access() {
        return new AccessRules()
                .anyone(GET, "/api/ledger/proof")
                .role(
                        "CUSTOMER",
                        GET,
                        "/api/wallet",
                        "/api/wallet/transactions",
                        "/api/wallet/transactions/*/proof",
                        "/api/wallet/statement",
                        "/api/wallet/summary",
                        "/api/wallet/balance",
                        "/api/wallet/reservations",
                        "/api/wallet/top-ups/*")
                .role("CUSTOMER", POST, "/api/wallet/top-ups", "/api/wallet/transfers", "/api/wallet/money-requests")
                .role("CUSTOMER", GET, "/api/wallet/money-requests", "/api/wallet/money-requests/*")
                .role("CUSTOMER", POST, "/api/wallet/money-requests/*/payment", "/api/wallet/money-requests/*/refusal")
                .administrator(GET, "/api/admin/wallets", "/api/admin/wallets/*", "/api/admin/wallets/*/transactions")
                .administrator(PUT, "/api/admin/wallets/*/freeze")
                .administrator(GET, "/api/admin/ledger/checks/latest")
                .administrator(POST, "/api/admin/ledger/checks")
                .administrator(GET, "/api/admin/adjustments", "/api/admin/adjustments/*")
                .administrator(
                        POST,
                        "/api/admin/wallets/*/adjustments",
                        "/api/admin/adjustments/*/confirmation",
                        "/api/admin/adjustments/*/refusal")
                .scope("approvals:revoke", PUT, "/internal/approval-generations/*")
                .scope("funds:reserve", GET, "/internal/reservations/*")
                .scope("funds:reserve", PUT, "/internal/reservations/*", "/internal/refunds/*")
                .scope("funds:reserve", PUT, "/internal/reservations/*/commit", "/internal/reservations/*/release");
    }
}
