package io.tiktoken.wallet.limit;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much each wallet spent on each day and in each month. */
@Repository
class Spending {

    /** What one wallet spent in the periods that its limits look at. */
    record Spent(Money thatDay, Money theseMonths) {}

    private final JdbcClient jdbc;

    Spending(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On this day, and in the months from {@code first} on. */
    Spent of(OwnerId owner, LocalDate day, YearMonth first) {
        return jdbc.sql("""
                        SELECT
                            (SELECT amount FROM spending
                                WHERE owner = :owner AND unit = 'DAY' AND period = :day) AS that_day,
                            (SELECT sum(amount) FROM spending
                                WHERE owner = :owner AND unit = 'MONTH' AND period >= :first) AS these_months
                        """)
                .param("owner", owner)
                .param("day", day.toString())
                .param("first", first.toString())
                .query((row, _) -> new Spent(
                        Money.tikTokens(row.getLong("that_day")), Money.tikTokens(row.getLong("these_months"))))
                .single();
    }

    void add(OwnerId owner, LocalDate day, Money amount) {
        jdbc.sql("""
                        INSERT INTO spending (owner, unit, period, amount)
                        VALUES (:owner, 'DAY', :day, :amount), (:owner, 'MONTH', :month, :amount)
                        ON CONFLICT (owner, unit, period) DO UPDATE SET amount = spending.amount + excluded.amount
                        """)
                .param("owner", owner)
                .param("day", day.toString())
                .param("month", YearMonth.from(day).toString())
                .param("amount", amount.amount())
                .update();
    }

    /** Not a sum with a negative amount: SQLite checks a row before it finds that it already exists. */
    void subtract(OwnerId owner, LocalDate day, Money amount) {
        jdbc.sql("""
                        UPDATE spending SET amount = amount - :amount
                        WHERE owner = :owner AND unit IN ('DAY', 'MONTH') AND period IN (:day, :month)
                        """)
                .param("owner", owner)
                .param("day", day.toString())
                .param("month", YearMonth.from(day).toString())
                .param("amount", amount.amount())
                .update();
    }
}
