package io.tiktoken.wallet.ledger;

import io.tiktoken.defaults.text.SearchForm;
import io.tiktoken.wallet.ledger.Entry.Sealed;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The journal on the disk: it can be appended to, and there is no statement here that changes or deletes. */
@Repository
class Entries {

    private static final String INSERT_POSTINGS =
            "INSERT INTO postings (entry, line, account, currency, amount, balance_after, type, counterparty) VALUES ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_SEARCH_TEXTS = "INSERT INTO search_texts (entry, line, text) VALUES ";
    private static final String SEARCH_TEXT = "(?, ?, ?)";

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ChainHead head() {
        return jdbc.sql("SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1")
                .query((row, _) -> new ChainHead(row.getLong("sequence"), new Hash(row.getString("hash"))))
                .optional()
                .orElse(ChainHead.OF_AN_EMPTY_JOURNAL);
    }

    /** The head as it was when the journal had so many entries; nothing when it never had. */
    Optional<ChainHead> headAt(long height) {
        return jdbc.sql("SELECT sequence, hash FROM entries WHERE sequence = ?")
                .param(height)
                .query((row, _) -> new ChainHead(row.getLong("sequence"), new Hash(row.getString("hash"))))
                .optional();
    }

    boolean contains(UUID id) {
        return jdbc.sql("SELECT 1 FROM entries WHERE id = ?")
                .param(id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void append(Sealed line) {
        var entry = line.entry();
        jdbc.sql("""
                        INSERT INTO entries (sequence, id, kind, reference, description, recorded_at, hash, salt)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(entry.sequence())
                .param(entry.id())
                .param(entry.kind())
                .param(entry.reference())
                .param(entry.description())
                .param(entry.recordedAt().toEpochMilli())
                .param(line.hash().hex())
                .param(line.salt().hex())
                .update();
        appendPostings(entry);
        appendSearchTexts(entry);
    }

    /** All postings of an entry in one statement. */
    private void appendPostings(Entry entry) {
        var values = new ArrayList<@Nullable Object>(8 * entry.postings().size());
        for (var posting : entry.postings()) {
            values.add(entry.sequence());
            values.add(posting.number());
            values.add(posting.account());
            values.add(posting.amount().currency().code());
            values.add(posting.amount().amount());
            values.add(posting.balanceAfter());
            values.add(posting.line() == null ? null : posting.line().type());
            values.add(posting.line() == null ? null : posting.line().counterparty());
        }
        jdbc.sql(INSERT_POSTINGS + ROW + (", " + ROW).repeat(entry.postings().size() - 1))
                .params(values)
                .update();
    }

    /** What the owners of its wallets find it by. It stands beside the postings, because what is sealed is only what they say. */
    private void appendSearchTexts(Entry entry) {
        var values = new ArrayList<>(3 * entry.postings().size());
        for (var posting : entry.postings()) {
            if (posting.line() != null) {
                values.add(entry.sequence());
                values.add(posting.number());
                values.add(SearchForm.of(posting.line().counterparty(), entry.description()));
            }
        }
        if (!values.isEmpty()) {
            jdbc.sql(INSERT_SEARCH_TEXTS + SEARCH_TEXT + (", " + SEARCH_TEXT).repeat(values.size() / 3 - 1))
                    .params(values)
                    .update();
        }
    }
}
