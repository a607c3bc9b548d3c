package io.tiktoken.wallet.topup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All top-ups, finished and on their way. */
interface TopUps extends Repository<TopUp, TopUpId> {

    /** A top-up whose wait is over, and how often it was asked for again before. */
    record Due(TopUpId id, int attempts) {}

    @Modifying
    @Query("""
            INSERT INTO top_ups (id, owner, status, charged, charged_currency, payment_method, quote,
                credited, fee, rounding, failure, holds_quote, ask_again_at, created_at)
            VALUES (:#{#topUp.id}, :#{#topUp.owner}, :#{#topUp.status}, :#{#topUp.charged.amount},
                :#{#topUp.charged.currency}, :#{#topUp.paymentMethod}, :#{#topUp.quote},
                :#{#topUp.price?.credited?.amount}, :#{#topUp.price?.fee?.amount}, :#{#topUp.price?.rounding?.amount},
                :#{#topUp.failure?.reason}, :#{#topUp.holdsQuote}, :askAgainAt,
                :#{#topUp.createdAt.toEpochMilli()})
            """)
    void add(TopUp topUp, Instant askAgainAt);

    @Transactional(readOnly = true)
    @Query("""
            SELECT t.*, charged AS charged_amount, failure AS reason,
                credited AS credited_amount, CASE WHEN credited > 0 THEN 'TTK' END AS credited_currency,
                fee AS fee_amount, CASE WHEN credited > 0 THEN 'TTK' END AS fee_currency,
                rounding AS rounding_amount, CASE WHEN credited > 0 THEN 'TTK' END AS rounding_currency
            FROM top_ups t WHERE id = :id
            """)
    Optional<TopUp> find(TopUpId id);

    /** Takes a top-up one step on and answers 1, or 0 when somebody else has done so already. */
    @Modifying
    @Query("""
            UPDATE top_ups SET status = :#{#after.status}, credited = :#{#after.price?.credited?.amount},
                fee = :#{#after.price?.fee?.amount}, rounding = :#{#after.price?.rounding?.amount},
                failure = :#{#after.failure?.reason}, decline_code = :#{#after.failure?.declineCode},
                holds_quote = :#{#after.holdsQuote}
            WHERE id = :#{#before.id} AND status = :#{#before.status}
                AND (credited IS NULL) = :#{#before.price == null} AND holds_quote = :#{#before.holdsQuote}
            """)
    int replace(TopUp before, TopUp after);

    /** Top-ups for which somebody is to be asked or told again, the longest overdue first; an index has each of the two. */
    @Transactional(readOnly = true)
    @Query("""
            SELECT id, attempts, ask_again_at FROM top_ups
            WHERE status = 'PENDING' AND ask_again_at <= :now
            UNION ALL
            SELECT id, attempts, ask_again_at FROM top_ups
            WHERE holds_quote = 1 AND ask_again_at <= :now
            ORDER BY ask_again_at LIMIT :atMost
            """)
    List<Due> due(Instant now, int atMost);

    @Modifying
    @Query("UPDATE top_ups SET attempts = attempts + 1, ask_again_at = :until WHERE id = :id")
    void postpone(TopUpId id, Instant until);
}
