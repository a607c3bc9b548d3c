package io.tiktoken.fx.rate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All tables that were ever believed. They are added and read, never changed. */
interface RateTables extends Repository<Rate, Instant> {

    /** A table, but for its rates; the source by its label. */
    record Head(String source, Instant asOf, Instant fetchedAt, Instant nextUpdateAt) {}

    /** Adds a table, unless there is one of that time: another replica may have been quicker. */
    default void add(RateTable table) {
        if (insert(table) == 1) {
            table.rates().values().forEach(rate -> insert(table.asOf(), rate));
        }
    }

    /** The last good table. It is read beside the writer, unless the caller is writing just now. */
    @Transactional(readOnly = true)
    default Optional<RateTable> latest() {
        return latestHead()
                .map(head -> RateTable.of(
                        Source.labelled(head.source), head.asOf, head.fetchedAt, head.nextUpdateAt, rates(head.asOf)));
    }

    @Query("SELECT source, as_of, fetched_at, next_update_at FROM rate_tables ORDER BY as_of DESC LIMIT 1")
    Optional<Head> latestHead();

    @Query("SELECT currency, rate AS per_base FROM rates WHERE as_of = :asOf")
    List<Rate> rates(Instant asOf);

    @Modifying
    @Query("""
            INSERT INTO rate_tables (as_of, source, fetched_at, next_update_at)
            VALUES (:#{#table.asOf.toEpochMilli()}, :#{#table.source.label}, :#{#table.fetchedAt.toEpochMilli()}, :#{#table.nextUpdate.toEpochMilli()})
            ON CONFLICT (as_of) DO NOTHING
            """)
    int insert(RateTable table);

    @Modifying
    @Query(
            "INSERT INTO rates (as_of, currency, rate) VALUES (:asOf, :#{#rate.currency}, :#{#rate.perBase.toPlainString()})")
    void insert(Instant asOf, Rate rate);
}
