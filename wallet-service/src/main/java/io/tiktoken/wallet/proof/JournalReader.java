package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.proof.JournalLine.RawPosting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the journal, a bounded part at a time: a long read would keep the database from tidying up. */
@Repository
class JournalReader {

    /**
     * Some entries.
     *
     * @param orphan the first sequence number under which there are postings and no entry; null when there is none
     * @param isLast whether the journal ends with it
     */
    record Chunk(List<JournalLine> lines, @Nullable Long orphan, boolean isLast) {}

    private final JdbcClient jdbc;

    JournalReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Chunk after(long sequence, int atMost) {
        var lines = new LinkedHashMap<Long, JournalLine>();
        jdbc.sql("SELECT * FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?")
                .params(sequence, atMost)
                .query((row, _) -> JournalLine.read(row))
                .list()
                .forEach(line -> lines.put(line.sequence(), line));
        var isLast = lines.size() < atMost;
        var orphans = new TreeSet<Long>();
        jdbc.sql("""
                        SELECT p.*,
                            (SELECT q.balance_after FROM postings q WHERE q.account = p.account AND q.entry < p.entry
                                ORDER BY q.entry DESC LIMIT 1) AS before,
                            EXISTS (SELECT 1 FROM accounts a WHERE a.name = p.account) AS has_account
                        FROM postings p WHERE p.entry > ? AND p.entry <= ? ORDER BY p.entry, p.line
                        """)
                .params(sequence, isLast ? Long.MAX_VALUE : lines.lastEntry().getKey())
                .query(row -> {
                    var line = lines.get(row.getLong("entry"));
                    if (line == null) {
                        orphans.add(row.getLong("entry"));
                    } else {
                        line.add(RawPosting.read(row));
                    }
                });
        return new Chunk(List.copyOf(lines.values()), orphans.isEmpty() ? null : orphans.first(), isLast);
    }

    /** What an entry is sealed with; nothing when there is no such entry. */
    @Transactional(readOnly = true)
    Optional<Hash> hashOf(long sequence) {
        return jdbc.sql("SELECT hash FROM entries WHERE sequence = ?")
                .param(sequence)
                .query(String.class)
                .optional()
                .map(Hash::new);
    }

    @Transactional(readOnly = true)
    long height() {
        return jdbc.sql("SELECT coalesce(max(sequence), 0) FROM entries")
                .query(Long.class)
                .single();
    }
}
