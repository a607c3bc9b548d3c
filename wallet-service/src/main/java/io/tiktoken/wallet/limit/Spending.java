package io.tiktoken.wallet.limit;

import io.tiktoken.defaults.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much each wallet spent on each day and in each month. */
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

    /** In this month and all after it. */
    Money since(UUID owner, YearMonth first) {
        return Money.tikTokens(
                jdbc.sql("SELECT coalesce(sum(amount), 0) FROM spending_by_month WHERE owner = ? AND month >= ?")
                        .params(owner.toString(), first.toString())
                        .query(Long.class)
                        .single());
    }

    void add(UUID owner, LocalDate day, Money amount) {
        add("spending", "day", owner, day.toString(), amount);
        add("spending_by_month", "month", owner, YearMonth.from(day).toString(), amount);
    }

    private void add(String table, String period, UUID owner, String when, Money amount) {
        if (amount.isNegative()) {
            // SQLite checks a row before it finds that it already exists, so this cannot be the insert below.
            jdbc.sql("UPDATE %s SET amount = amount + ? WHERE owner = ? AND %s = ?".formatted(table, period))
                    .params(amount.amount(), owner.toString(), when)
                    .update();
            return;
        }
        jdbc.sql("""
                        INSERT INTO %1$s (owner, %2$s, amount) VALUES (?, ?, ?)
                        ON CONFLICT (owner, %2$s) DO UPDATE SET amount = %1$s.amount + excluded.amount
                        """.formatted(table, period))
                .params(owner.toString(), when, amount.amount())
                .update();
    }
}
