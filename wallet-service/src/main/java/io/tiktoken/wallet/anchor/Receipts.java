package io.tiktoken.wallet.anchor;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the notary has signed. */
interface Receipts extends Repository<Receipt, Long> {

    String SELECT = "SELECT height, hash, anchored_at, receipt AS signed FROM anchor_receipts ";

    @Transactional(readOnly = true)
    @Query(SELECT + "ORDER BY height DESC LIMIT 1")
    Optional<Receipt> latest();

    /** Zero before the first. */
    default long latestHeight() {
        return latest().map(receipt -> receipt.anchor().head().height()).orElse(0L);
    }

    /** The first head on record that has this entry under it. */
    @Transactional(readOnly = true)
    @Query(SELECT + "WHERE height >= :sequence ORDER BY height LIMIT 1")
    Optional<Receipt> firstFrom(long sequence);

    @Modifying
    @Query("""
            INSERT INTO anchor_receipts (height, hash, anchored_at, receipt)
            VALUES (:#{#receipt.anchor.head.height}, :#{#receipt.anchor.head.hash.hex},
                :#{#receipt.anchor.anchoredAt.toEpochMilli()}, :#{#receipt.signed})
            ON CONFLICT (height) DO NOTHING
            """)
    void add(Receipt receipt);
}
