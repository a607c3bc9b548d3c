package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.ledger.TransactionType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All transactions of all wallets, which are known here by their accounts' names. */
interface Transactions extends Repository<Transactions.Row, Long> {

    String SELECT = """
            SELECT p.entry, e.id, p.type, p.amount, p.currency, p.balance_after, p.counterparty,
                e.description, e.reference, e.recorded_at
            FROM postings p JOIN entries e ON e.sequence = p.entry
            """;

    int PAGE = 200;

    /** A transaction, and the entry that it stands in. */
    record Row(long entry, Transaction transaction) {}

    /** Where a wallet stood: after which entry, and with how much in it. */
    record Position(
            long entry,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "balance_")
            Money balance) {

        static final Position BEFORE_EVERYTHING = new Position(0, Money.tikTokens(0));
    }

    /** What came in and what went out, in how many transactions. */
    record Totals(
            int transactions,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "in_")
            Money in,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "out_")
            Money out) {}

    /**
     * Those of a wallet in entries before this one, newest first; what is null narrows nothing.
     *
     * @param text a pattern for {@code LIKE}
     */
    @Query(rowMapperClass = TransactionRowMapper.class, value = SELECT + """
            WHERE p.account = :account AND p.entry < :before
                AND (:type IS NULL OR p.type = :type)
                AND (:from IS NULL OR e.recorded_at >= :from)
                AND (:until IS NULL OR e.recorded_at < :until)
                AND (:text IS NULL OR EXISTS (
                    SELECT 1 FROM search_texts s
                    WHERE s.entry = p.entry AND s.line = p.line AND s.text LIKE :text ESCAPE '\\'))
            ORDER BY p.entry DESC LIMIT :rows
            """)
    List<Row> search(
            String account,
            long before,
            @Nullable TransactionType type,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String text,
            int rows);

    @Query("SELECT sequence FROM entries WHERE id = :id")
    Optional<Long> entryOf(UUID id);

    @Query("""
            SELECT p.entry, p.balance_after AS balance_amount, p.currency AS balance_currency
            FROM postings p JOIN entries e ON e.sequence = p.entry
            WHERE p.account = :account AND e.recorded_at < :moment
            ORDER BY p.entry DESC LIMIT 1
            """)
    Optional<Position> lastBefore(Instant moment, String account);

    /** Adds up what stands after one entry and up to another, at most so many transactions. */
    @Query("""
            SELECT count(*) AS transactions,
                coalesce(sum(CASE WHEN amount > 0 THEN amount END), 0) AS in_amount, 'TTK' AS in_currency,
                coalesce(sum(CASE WHEN amount < 0 THEN amount END), 0) AS out_amount, 'TTK' AS out_currency
            FROM (SELECT amount FROM postings
                WHERE account = :account AND entry > :after AND entry <= :upTo LIMIT :atMost) AS some
            """)
    Totals totals(String account, long after, long upTo, int atMost);

    /**
     * Those of a wallet after one entry and up to another, of which only a page is in memory. As nothing in between is
     * ever changed or added, the pages fit together although each is a read of its own.
     */
    default Iterable<Transaction> between(String account, long after, long upTo) {
        return () -> Stream.iterate(
                        page(account, after, upTo, PAGE),
                        rows -> !rows.isEmpty(),
                        rows -> rows.size() < PAGE
                                ? List.of()
                                : page(account, rows.getLast().entry(), upTo, PAGE))
                .flatMap(List::stream)
                .map(Row::transaction)
                .iterator();
    }

    /** The next of them; a short read of its own, so that however long somebody reads on, the database may tidy up. */
    @Transactional(readOnly = true)
    @Query(rowMapperClass = TransactionRowMapper.class, value = SELECT + """
            WHERE p.account = :account AND p.entry > :after AND p.entry <= :upTo
            ORDER BY p.entry LIMIT :size
            """)
    List<Row> page(String account, long after, long upTo, int size);
}
