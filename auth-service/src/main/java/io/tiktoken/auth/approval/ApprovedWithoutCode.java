package io.tiktoken.auth.approval;

import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.Purge;
import io.tiktoken.defaults.money.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much everybody has approved with the PIN alone, day by day as Singapore counts them. What was approved counts, also
 * when nothing was paid with it. What changes anything is called inside a write.
 */
@Repository
public class ApprovedWithoutCode {

    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

    /** Any sum of these fits into a column; and one alone is already above every border that can be set. */
    private static final Money MORE_THAN_ANY_BORDER = Money.tikTokens(1_000_000_000);

    private static final Duration DAYS_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovedWithoutCode(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether today's sum and this amount together stay within the border. */
    @Transactional(readOnly = true)
    boolean leavesRoomFor(UserId user, Money amount, Money border) {
        return border.covers(bounded(amount)) && border.minus(bounded(amount)).covers(today(user));
    }

    /** Adds the amount to today's sum unless they are above the border; whether it was added. */
    boolean addWithin(UserId user, Money amount, Money border) {
        return border.covers(bounded(amount)) && add(user, amount, border.minus(bounded(amount))) == 1;
    }

    void add(UserId user, Money amount) {
        add(user, amount, Money.tikTokens(Long.MAX_VALUE));
    }

    /** Forgets what was approved on days that are long over, and answers how many sums: they begin anew every day. */
    public long purge(Purge purge) {
        return purge.of("sums of what was approved in a day", DAYS_KEPT, this::forgetBefore);
    }

    private int forgetBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM approved_without_code WHERE (day, user_id) IN (
                            SELECT day, user_id FROM approved_without_code WHERE day < ? ORDER BY day, user_id LIMIT ?)
                        """)
                .params(LocalDate.ofInstant(moment, SINGAPORE), atMost)
                .update();
    }

    private int add(UserId user, Money amount, Money mostBefore) {
        return jdbc.sql("""
                        INSERT INTO approved_without_code (day, user_id, amount) VALUES (:day, :user, :amount)
                        ON CONFLICT (day, user_id) DO UPDATE SET amount = approved_without_code.amount + excluded.amount
                        WHERE approved_without_code.amount <= :mostBefore""")
                .param("day", today())
                .param("user", user)
                .param("amount", bounded(amount).amount())
                .param("mostBefore", mostBefore.amount())
                .update();
    }

    private Money today(UserId user) {
        return jdbc.sql("SELECT amount FROM approved_without_code WHERE day = ? AND user_id = ?")
                .params(today(), user)
                .query(Long.class)
                .optional()
                .map(Money::tikTokens)
                .orElseGet(() -> Money.tikTokens(0));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SINGAPORE);
    }

    private static Money bounded(Money amount) {
        return MORE_THAN_ANY_BORDER.covers(amount) ? amount : MORE_THAN_ANY_BORDER;
    }
}
