package io.tiktoken.wallet.anchor;

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

    /** Zero before the first. */
    @Transactional(readOnly = true)
    public long latestHeight() {
        return jdbc.sql("SELECT coalesce(max(height), 0) FROM anchor_receipts")
                .query(Long.class)
                .single();
    }

    void add(Anchor anchor, String receipt) {
        jdbc.sql("""
                        INSERT INTO anchor_receipts (height, hash, anchored_at, receipt) VALUES (?, ?, ?, ?)
                        ON CONFLICT (height) DO NOTHING
                        """)
                .params(
                        anchor.head().height(),
                        anchor.head().hash().hex(),
                        anchor.anchoredAt().toEpochMilli(),
                        receipt)
                .update();
    }
}
