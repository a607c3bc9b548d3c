package io.tiktoken.fx.quote;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** All quotes. What was promised is never changed; only by whom it is used is added, and taken away when given back. */
interface Quotes extends Repository<Quote, QuoteId> {

    String QUOTE = """
            id, customer_id AS customer, from_amount, from_currency, to_amount, 'TTK' AS to_currency,
            fee_amount, 'TTK' AS fee_currency, from_currency AS rate_currency, rate AS rate_per_base,
            rates_as_of, expires_at, redeemed_by
            """;

    @Modifying
    @Query("""
            INSERT INTO quotes (id, customer_id, from_amount, from_currency, to_amount, fee_amount, rate,
                                rates_as_of, expires_at)
            VALUES (:#{#quote.id.value}, :#{#quote.customer.value}, :#{#quote.from.amount}, :#{#quote.from.currency},
                    :#{#quote.to.amount}, :#{#quote.fee.amount}, :#{#quote.rate.perBase.toPlainString()},
                    :#{#quote.ratesAsOf.toEpochMilli()}, :#{#quote.expiresAt.toEpochMilli()})
            """)
    void add(Quote quote);

    @Query("SELECT " + QUOTE + " FROM quotes WHERE id = :id")
    Optional<Quote> find(QuoteId id);

    /** The one compare-and-set: of all top-ups that try, in time and as it was promised, one succeeds. */
    @Query("""
            UPDATE quotes SET redeemed_by = :#{#request.topUp.value}, redeemed_at = :now
            WHERE id = :#{#request.quote.value} AND customer_id = :#{#request.customer.value}
                AND from_amount = :#{#request.from.amount} AND from_currency = :#{#request.from.currency}
                AND redeemed_by IS NULL AND expires_at > :now
                AND NOT EXISTS (SELECT 1 FROM quotes_given_back
                                WHERE quote_id = :#{#request.quote.value} AND top_up_id = :#{#request.topUp.value})
            RETURNING\s""" + QUOTE)
    Optional<Quote> redeem(RedeemQuote.Request request, Instant now);

    /** Frees a quote that this top-up uses, if it does. */
    @Modifying
    @Query("UPDATE quotes SET redeemed_by = NULL, redeemed_at = NULL WHERE id = :id AND redeemed_by = :topUp")
    void free(QuoteId id, TopUpId topUp);

    /** Remembers for as long as the quote itself that this top-up does not use it. */
    @Modifying
    @Query("""
            INSERT INTO quotes_given_back (quote_id, top_up_id, given_back_at) VALUES (:id, :topUp, :now)
            ON CONFLICT (quote_id, top_up_id) DO NOTHING
            """)
    void rememberGivenBack(QuoteId id, TopUpId topUp, Instant now);

    @Query("SELECT count(*) > 0 FROM quotes_given_back WHERE quote_id = :id AND top_up_id = :topUp")
    boolean wasGivenBack(QuoteId id, TopUpId topUp);

    @Modifying
    @Query("""
            DELETE FROM quotes WHERE id IN (
                SELECT id FROM quotes WHERE redeemed_by IS NULL AND expires_at < :border
                ORDER BY expires_at LIMIT :atMost)
            """)
    int deleteUnusedExpiredBefore(Instant border, int atMost);
}
