package io.tiktoken.wallet.anchor;

import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the notary has signed. */
@Repository
class Receipts {

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Receipt> latest() {
        return jdbc.sql("SELECT * FROM anchor_receipts ORDER BY height DESC LIMIT 1")
                .query((row, _) -> read(row))
                .optional();
    }

    /** Zero before the first. */
    @Transactional(readOnly = true)
    public long latestHeight() {
        return latest().map(receipt -> receipt.anchor().head().height()).orElse(0L);
    }

    /** The first head on record that has this entry under it. */
    @Transactional(readOnly = true)
    public Optional<Receipt> firstFrom(long sequence) {
        return jdbc.sql("SELECT * FROM anchor_receipts WHERE height >= ? ORDER BY height LIMIT 1")
                .param(sequence)
                .query((row, _) -> read(row))
                .optional();
    }

    void add(Receipt receipt) {
        var anchor = receipt.anchor();
        jdbc.sql("""
                        INSERT INTO anchor_receipts (height, hash, anchored_at, receipt) VALUES (?, ?, ?, ?)
                        ON CONFLICT (height) DO NOTHING
                        """)
                .params(
                        anchor.head().height(),
                        anchor.head().hash().hex(),
                        anchor.anchoredAt().toEpochMilli(),
                        receipt.signed())
                .update();
    }

    private static Receipt read(ResultSet row) throws SQLException {
        var head = new ChainHead(row.getLong("height"), new Hash(row.getString("hash")));
        return new Receipt(
                new Anchor(head, Instant.ofEpochMilli(row.getLong("anchored_at"))), row.getString("receipt"));
    }
}
