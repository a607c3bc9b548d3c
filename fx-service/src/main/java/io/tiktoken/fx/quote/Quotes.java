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

/** All quotes. What was promised is never changed; only by whom it is used is added, once. */
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

    /** The one compare-and-set: of all top-ups that try, in time and for the right customer, one succeeds. */
    Optional<Quote> redeem(QuoteId id, CustomerId customer, TopUpId topUp, Instant now) {
        return jdbc.sql("""
                UPDATE quotes SET redeemed_by = ?, redeemed_at = ?
                WHERE id = ? AND customer_id = ? AND redeemed_by IS NULL AND expires_at > ?
                RETURNING *
                """)
                .params(
                        topUp.value().toString(),
                        now.toEpochMilli(),
                        id.value().toString(),
                        customer.value().toString(),
                        now.toEpochMilli())
                .query(Quotes::quote)
                .optional();
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
