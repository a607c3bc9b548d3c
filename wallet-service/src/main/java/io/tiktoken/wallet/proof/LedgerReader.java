package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.ledger.Hash;
import io.tiktoken.wallet.proof.JournalLine.RawPosting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger for the proof, a bounded part at a time: a long read would keep the database from tidying up. */
@Repository
class LedgerReader {

    /** Some entries, and the sequence numbers under which there are postings and no entry. */
    record Chunk(List<JournalLine> lines, SortedSet<Long> orphans) {}

    /**
     * An account as it stands, and as its last posting and its open reservations say that it must.
     */
    record AccountCheck(String name, boolean balanceMatches, boolean reservedMatches) {}

    private final JdbcClient jdbc;

    LedgerReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    Chunk journalAfter(long sequence, int atMost) {
        var lines = new LinkedHashMap<Long, JournalLine>();
        jdbc.sql("SELECT * FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?")
                .params(sequence, atMost)
                .query((row, _) -> JournalLine.read(row))
                .list()
                .forEach(line -> lines.put(line.sequence(), line));
        var upTo = lines.size() < atMost ? Long.MAX_VALUE : lines.lastEntry().getKey();
        var orphans = new TreeSet<Long>();
        jdbc.sql("""
                        SELECT p.*,
                            (SELECT q.balance_after FROM postings q WHERE q.account = p.account AND q.entry < p.entry
                                ORDER BY q.entry DESC LIMIT 1) AS before,
                            EXISTS (SELECT 1 FROM accounts a WHERE a.name = p.account) AS has_account
                        FROM postings p WHERE p.entry > ? AND p.entry <= ? ORDER BY p.entry, p.line
                        """).params(sequence, upTo).query(row -> {
            var line = lines.get(row.getLong("entry"));
            if (line == null) {
                orphans.add(row.getLong("entry"));
            } else {
                line.add(RawPosting.read(row));
            }
        });
        return new Chunk(List.copyOf(lines.values()), orphans);
    }

    /** What an entry is sealed with; nothing when there is no such entry. */
    @Transactional(readOnly = true)
    Optional<Hash> hashOf(long sequence) {
        return jdbc.sql("SELECT hash FROM entries WHERE sequence = ?")
                .param(sequence)
                .query((row, _) -> new Hash(row.getString("hash")))
                .optional();
    }

    /** One snapshot, so that nothing moves between a balance and the posting that it is compared with. */
    @Transactional(readOnly = true)
    List<AccountCheck> accountsAfter(String name, int atMost) {
        return jdbc.sql("""
                        SELECT a.name,
                            a.balance = coalesce((SELECT p.balance_after FROM postings p WHERE p.account = a.name
                                ORDER BY p.entry DESC LIMIT 1), 0) AS balance_matches,
                            a.reserved = (SELECT coalesce(sum(r.amount), 0) FROM reservations r
                                WHERE r.state = 'RESERVED' AND r.customer_id = substr(a.name, length('wallet/') + 1))
                                AS reserved_matches
                        FROM accounts a WHERE a.name > ? ORDER BY a.name LIMIT ?
                        """)
                .params(name, atMost)
                .query((row, _) -> new AccountCheck(
                        row.getString("name"), row.getBoolean("balance_matches"), row.getBoolean("reserved_matches")))
                .list();
    }

    @Transactional(readOnly = true)
    long openReservations() {
        return jdbc.sql("SELECT count(*) FROM reservations WHERE state = 'RESERVED'")
                .query(Long.class)
                .single();
    }

    /** Open reservations of people who have no wallet that could show them. */
    @Transactional(readOnly = true)
    long strayReservations() {
        return jdbc.sql("""
                        SELECT count(*) FROM reservations r WHERE r.state = 'RESERVED'
                            AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.name = 'wallet/' || r.customer_id)
                        """).query(Long.class).single();
    }
}
