package io.tiktoken.wallet.freeze;

import io.tiktoken.wallet.ledger.OwnerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What is frozen and what was, with who decided it; {@link FrozenWallets} tells those who move money. */
interface Freezes extends Repository<Freeze, UUID> {

    String SELECT = """
            SELECT f.*, f.administrator AS by_id, f.administrator_name AS by_username, f.decided_at AS at
            FROM freezes f
            """;
    String IN_FORCE = SELECT + "JOIN frozen_wallets w ON w.freeze = f.id ";

    @Query(IN_FORCE + "WHERE w.owner = :owner")
    Optional<Freeze> current(OwnerId owner);

    /** Those in force, newest first. */
    @Query(IN_FORCE + "WHERE :before IS NULL OR f.id < :before ORDER BY f.id DESC LIMIT :rows")
    List<Freeze> current(@Nullable UUID before, int rows);

    /** What was ever done about a wallet, newest first. */
    @Query(SELECT + "WHERE f.owner = :owner ORDER BY f.id DESC LIMIT :atMost")
    List<Freeze> history(OwnerId owner, int atMost);

    /** Writes down what was decided, which takes the place of whatever is in force. */
    default void add(Freeze freeze) {
        writeDown(freeze);
        unfreeze(freeze.owner());
        if (freeze.isFrozen()) {
            freeze(freeze.owner(), freeze.direction(), freeze.id());
        }
    }

    @Modifying
    @Query("""
            INSERT INTO freezes (id, owner, direction, reason, administrator, administrator_name, decided_at)
            VALUES (:#{#freeze.id}, :#{#freeze.owner}, :#{#freeze.direction}, :#{#freeze.reason.text}, :#{#freeze.by.id},
                :#{#freeze.by.username}, :#{#freeze.at.toEpochMilli()})
            """)
    void writeDown(Freeze freeze);

    @Modifying
    @Query("DELETE FROM frozen_wallets WHERE owner = :owner")
    void unfreeze(OwnerId owner);

    @Modifying
    @Query("INSERT INTO frozen_wallets (owner, direction, freeze) VALUES (:owner, :direction, :freeze)")
    void freeze(OwnerId owner, Direction direction, UUID freeze);
}
