package io.tiktoken.fx.rate;

import io.tiktoken.defaults.money.Currency;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All tables that were ever believed. They are added and read, never changed. */
@Repository
class RateTables {

    private final JdbcClient jdbc;

    RateTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a table, unless there is one of that time: another replica may have been quicker. */
    void add(RateTable table) {
        var added = jdbc.sql("""
                INSERT INTO rate_tables (as_of, source, fetched_at, next_update_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (as_of) DO NOTHING
                """)
                .params(
                        table.asOf().toEpochMilli(),
                        table.source().label(),
                        table.fetchedAt().toEpochMilli(),
                        table.nextUpdate().toEpochMilli())
                .update();
        if (added == 1) {
            table.rates().values().forEach(rate -> add(table.asOf(), rate));
        }
    }

    /** The last good table. It is read beside the writer, unless the caller is writing just now. */
    @Transactional(readOnly = true)
    Optional<RateTable> latest() {
        return jdbc.sql("SELECT * FROM rate_tables ORDER BY as_of DESC LIMIT 1")
                .query(this::table)
                .optional();
    }

    private void add(Instant asOf, Rate rate) {
        jdbc.sql("INSERT INTO rates (as_of, currency, rate) VALUES (?, ?, ?)")
                .params(
                        asOf.toEpochMilli(),
                        rate.currency().code(),
                        rate.perBase().toPlainString())
                .update();
    }

    private RateTable table(ResultSet row, int number) throws SQLException {
        var asOf = Instant.ofEpochMilli(row.getLong("as_of"));
        return RateTable.of(
                Source.labelled(row.getString("source")),
                asOf,
                Instant.ofEpochMilli(row.getLong("fetched_at")),
                Instant.ofEpochMilli(row.getLong("next_update_at")),
                rates(asOf));
    }

    private List<Rate> rates(Instant asOf) {
        return jdbc.sql("SELECT currency, rate FROM rates WHERE as_of = ?")
                .param(asOf.toEpochMilli())
                .query((row, number) ->
                        new Rate(Currency.of(row.getString("currency")), new BigDecimal(row.getString("rate"))))
                .list();
    }
}
