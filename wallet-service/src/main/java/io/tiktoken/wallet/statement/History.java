package io.tiktoken.wallet.statement;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.SearchForm;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.TransactionType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists what happened to a wallet, newest first in the journal's order, whatever the clocks said. */
@Service
public class History {

    private static final long THE_LAST = Long.MAX_VALUE;

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of it: only as much of the history is read as the page shows, however long that is. */
    @Transactional(readOnly = true)
    public Page<Transaction> of(UUID owner, Selection selection, PageQuery query) {
        var rows = jdbc.sql("""
                        SELECT e.id, p.type, p.currency, p.amount, p.balance_after, p.counterparty,
                            e.description, e.reference, e.recorded_at
                        FROM postings p JOIN entries e ON e.sequence = p.entry
                        WHERE p.account = :account AND p.entry < :before
                            AND (:type IS NULL OR p.type = :type)
                            AND (:from IS NULL OR e.recorded_at >= :from)
                            AND (:until IS NULL OR e.recorded_at < :until)
                            AND (:text IS NULL OR EXISTS (
                                SELECT 1 FROM search_texts s
                                WHERE s.entry = p.entry AND s.line = p.line AND s.text LIKE :text ESCAPE '\\'))
                        ORDER BY p.entry DESC LIMIT :rows
                        """)
                .param("account", Account.walletOf(owner).name())
                .param("before", query.before() == null ? THE_LAST : placeOf(query.before()))
                .param(
                        "type",
                        selection.type() == null ? null : selection.type().name())
                .param(
                        "from",
                        selection.from() == null ? null : selection.from().toEpochMilli())
                .param(
                        "until",
                        selection.until() == null ? null : selection.until().toEpochMilli())
                .param("text", selection.text() == null ? null : SearchForm.anywhere(selection.text()))
                .param("rows", query.rowsToRead())
                .query((row, _) -> transaction(row))
                .list();
        return Page.of(rows, query, Transaction::id);
    }

    /** A cursor is a transaction's id; one that nobody knows stands before everything. */
    private long placeOf(UUID id) {
        return jdbc.sql("SELECT sequence FROM entries WHERE id = ?")
                .param(id.toString())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    static Transaction transaction(ResultSet row) throws SQLException {
        var currency = Currency.of(row.getString("currency"));
        return new Transaction(
                UUID.fromString(row.getString("id")),
                TransactionType.valueOf(row.getString("type")),
                new Money(row.getLong("amount"), currency),
                new Money(row.getLong("balance_after"), currency),
                row.getString("counterparty"),
                row.getString("description"),
                UUID.fromString(row.getString("reference")),
                Instant.ofEpochMilli(row.getLong("recorded_at")));
    }
}
