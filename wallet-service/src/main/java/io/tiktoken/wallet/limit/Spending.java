package io.tiktoken.wallet.limit;

import io.tiktoken.defaults.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much each wallet spent on each day. */
@Repository
class Spending {

    private final JdbcClient jdbc;

    Spending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Money on(UUID owner, LocalDate day) {
        return jdbc.sql("SELECT amount FROM spending WHERE owner = ? AND day = ?")
                .params(owner.toString(), day.toString())
                .query(Long.class)
                .optional()
                .map(Money::tikTokens)
                .orElse(Money.tikTokens(0));
    }

    void add(UUID owner, LocalDate day, Money amount) {
        if (amount.isNegative()) {
            // SQLite checks a row before it finds that it already exists, so this cannot be the insert below.
            jdbc.sql("UPDATE spending SET amount = amount + ? WHERE owner = ? AND day = ?")
                    .params(amount.amount(), owner.toString(), day.toString())
                    .update();
            return;
        }
        jdbc.sql("""
                        INSERT INTO spending (owner, day, amount) VALUES (?, ?, ?)
                        ON CONFLICT (owner, day) DO UPDATE SET amount = spending.amount + excluded.amount
                        """).params(owner.toString(), day.toString(), amount.amount()).update();
    }
}
