package io.tiktoken.fx.quote;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.fx.rate.Rate;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All quotes. What was promised is never changed; only by whom it is used is added, and taken away when given back. */
@Repository
class Quotes {

    private final JdbcClient jdbc;

    Quotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Quote quote) {
        jdbc.sql("""
                INSERT INTO quotes (id, customer_id, from_amount, from_currency, to_amount, fee_amount, rate,
                                    rates_as_of, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        quote.id().value().toString(),
                        quote.customer().value().toString(),
                        quote.from().amount(),
                        quote.from().currency().code(),
                        quote.to().amount(),
                        quote.fee().amount(),
                        quote.rate().perBase().toPlainString(),
                        quote.ratesAsOf().toEpochMilli(),
                        quote.expiresAt().toEpochMilli())
                .update();
    }

    Optional<Quote> find(QuoteId id) {
        return jdbc.sql("SELECT * FROM quotes WHERE id = ?")
                .param(id.value().toString())
                .query(Quotes::quote)
                .optional();
    }

    /** The one compare-and-set: of all top-ups that try, in time and as it was promised, one succeeds. */
    Optional<Quote> redeem(RedeemQuote.Request request, Instant now) {
        return jdbc.sql("""
                UPDATE quotes SET redeemed_by = :topUp, redeemed_at = :now
                WHERE id = :quote AND customer_id = :customer AND from_amount = :amount AND from_currency = :currency
                    AND redeemed_by IS NULL AND expires_at > :now
                    AND NOT EXISTS (SELECT 1 FROM quotes_given_back WHERE quote_id = :quote AND top_up_id = :topUp)
                RETURNING *
                """)
                .param("topUp", request.topUp().value().toString())
                .param("now", now.toEpochMilli())
                .param("quote", request.quote().value().toString())
                .param("customer", request.customer().value().toString())
                .param("amount", request.from().amount())
                .param("currency", request.from().currency().code())
                .query(Quotes::quote)
                .optional();
    }

    /** Frees a quote that this top-up uses, if it does. */
    void free(QuoteId id, TopUpId topUp) {
        jdbc.sql("UPDATE quotes SET redeemed_by = NULL, redeemed_at = NULL WHERE id = ? AND redeemed_by = ?")
                .params(id.value().toString(), topUp.value().toString())
                .update();
    }

    /** Remembers for as long as the quote itself that this top-up does not use it. */
    void rememberGivenBack(QuoteId id, TopUpId topUp, Instant now) {
        jdbc.sql("""
                INSERT INTO quotes_given_back (quote_id, top_up_id, given_back_at) VALUES (?, ?, ?)
                ON CONFLICT (quote_id, top_up_id) DO NOTHING
                """)
                .params(id.value().toString(), topUp.value().toString(), now.toEpochMilli())
                .update();
    }

    boolean wasGivenBack(QuoteId id, TopUpId topUp) {
        return jdbc.sql("SELECT count(*) FROM quotes_given_back WHERE quote_id = ? AND top_up_id = ?")
                        .params(id.value().toString(), topUp.value().toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int deleteUnusedExpiredBefore(Instant border, int atMost) {
        return jdbc.sql("""
                DELETE FROM quotes WHERE id IN
                (SELECT id FROM quotes WHERE redeemed_by IS NULL AND expires_at < ? ORDER BY expires_at LIMIT ?)
                """).params(border.toEpochMilli(), atMost).update();
    }

    private static Quote quote(ResultSet row, int number) throws SQLException {
        var from = Currency.of(row.getString("from_currency"));
        var redeemedBy = row.getString("redeemed_by");
        return new Quote(
                new QuoteId(UUID.fromString(row.getString("id"))),
                new CustomerId(UUID.fromString(row.getString("customer_id"))),
                new Money(row.getLong("from_amount"), from),
                Money.tikTokens(row.getLong("to_amount")),
                Money.tikTokens(row.getLong("fee_amount")),
                new Rate(from, new BigDecimal(row.getString("rate"))),
                Instant.ofEpochMilli(row.getLong("rates_as_of")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                redeemedBy == null ? null : new TopUpId(UUID.fromString(redeemedBy)));
    }
}
