package io.tiktoken.wallet.reservation;

import io.tiktoken.defaults.money.Money;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All refunds ever made. */
@Repository
class Refunds {

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RefundPurchase.Request> find(UUID id) {
        return jdbc.sql("SELECT reservation, amount FROM refunds WHERE id = ?")
                .param(id.toString())
                .query((row, _) -> new RefundPurchase.Request(
                        id, UUID.fromString(row.getString("reservation")), Money.tikTokens(row.getLong("amount"))))
                .optional();
    }

    void add(RefundPurchase.Request refund) {
        jdbc.sql("INSERT INTO refunds (id, reservation, amount) VALUES (?, ?, ?)")
                .params(
                        refund.id().toString(),
                        refund.reservation().toString(),
                        refund.amount().amount())
                .update();
    }
}
