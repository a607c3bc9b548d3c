package io.tiktoken.wallet.ledger;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * All wallets. One exists for every person and merchant from the first money that it gets. To set money
 * aside is no movement yet: it stays its owner's until an entry moves it.
 */
@Repository
public class Wallets {

    private final JdbcClient jdbc;

    Wallets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Wallet of(OwnerId owner) {
        return jdbc.sql("SELECT balance, reserved FROM accounts WHERE name = ?")
                .param(Account.walletOf(owner).name())
                .query((row, _) -> new Wallet(
                        owner, Money.tikTokens(row.getLong("balance")), Money.tikTokens(row.getLong("reserved"))))
                .optional()
                .orElseGet(() -> Wallet.untouched(owner));
    }

    /** Sets an amount aside if that much is available; otherwise changes nothing and says false. */
    public boolean reserve(OwnerId owner, Money amount) {
        return jdbc.sql("""
                        UPDATE accounts SET reserved = reserved + :amount
                        WHERE name = :name AND balance - reserved >= :amount
                        """)
                        .param("amount", amount.amount())
                        .param("name", Account.walletOf(owner).name())
                        .update()
                == 1;
    }

    /** Makes an amount that was set aside available again. */
    public void release(OwnerId owner, Money amount) {
        var released = jdbc.sql("UPDATE accounts SET reserved = reserved - ? WHERE name = ?")
                .params(amount.amount(), Account.walletOf(owner).name())
                .update();
        GuardedUpdate.of(released)
                .orElseThrow(() ->
                        new IllegalStateException("There is no wallet of %s to release %s".formatted(owner, amount)));
    }
}
