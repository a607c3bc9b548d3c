package io.tiktoken.auth.anchor;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All anchors: they are added, and there is no statement here that changes or deletes one. */
public interface Anchors extends Repository<Anchor, Long> {

    @Transactional(readOnly = true)
    @Query("SELECT height, hash, anchored_at FROM ledger_anchors ORDER BY height DESC LIMIT 1")
    Optional<Anchor> latest();

    @Query("SELECT height, hash, anchored_at FROM ledger_anchors WHERE height = :height")
    Optional<Anchor> at(long height);

    @Modifying
    @Query("""
            INSERT INTO ledger_anchors (height, hash, anchored_at)
            VALUES (:#{#anchor.height}, :#{#anchor.hash}, :#{#anchor.anchoredAt.toEpochMilli})
            """)
    void add(Anchor anchor);
}
