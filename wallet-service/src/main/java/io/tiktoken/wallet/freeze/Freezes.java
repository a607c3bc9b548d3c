package io.tiktoken.wallet.freeze;

import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.text.Reason;
import io.tiktoken.wallet.audit.Administrator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is frozen and what was. Whoever moves money asks inside the write that moves it. */
@Repository
public class Freezes {

    private final JdbcClient jdbc;

    Freezes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a payment may leave the one wallet and reach the other: one look for both. */
    public FrozenEnd between(UUID payer, UUID payee) {
        return jdbc.sql("""
                        SELECT CASE
                            WHEN EXISTS (SELECT 1 FROM frozen_wallets WHERE owner = :payer AND direction <> 'IN')
                                THEN 'PAYER'
                            WHEN EXISTS (SELECT 1 FROM frozen_wallets WHERE owner = :payee AND direction <> 'OUT')
                                THEN 'PAYEE'
                            ELSE 'NEITHER' END
                        """)
                .param("payer", payer.toString())
                .param("payee", payee.toString())
                .query((row, _) -> FrozenEnd.valueOf(row.getString(1)))
                .single();
    }

    /** Whether nothing new may come into a wallet. */
    public boolean stopIncoming(UUID owner) {
        return switch (directionOf(owner)) {
            case IN, BOTH -> true;
            case OUT, NONE -> false;
        };
    }

    public Direction directionOf(UUID owner) {
        return jdbc.sql("SELECT direction FROM frozen_wallets WHERE owner = ?")
                .param(owner.toString())
                .query((row, _) -> Direction.valueOf(row.getString("direction")))
                .optional()
                .orElse(Direction.NONE);
    }

    Optional<Freeze> current(UUID owner) {
        return jdbc.sql("SELECT f.* FROM frozen_wallets w JOIN freezes f ON f.id = w.freeze WHERE w.owner = ?")
                .param(owner.toString())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Those in force, newest first. */
    List<Freeze> current(PageQuery query) {
        return jdbc.sql("""
                        SELECT f.* FROM frozen_wallets w JOIN freezes f ON f.id = w.freeze
                        WHERE :before IS NULL OR f.id < :before ORDER BY f.id DESC LIMIT :rows
                        """)
                .param("before", query.before() == null ? null : query.before().toString())
                .param("rows", query.rowsToRead())
                .query((row, _) -> read(row))
                .list();
    }

    /** What was ever done about a wallet, newest first. */
    List<Freeze> history(UUID owner, int atMost) {
        return jdbc.sql("SELECT * FROM freezes WHERE owner = ? ORDER BY id DESC LIMIT ?")
                .params(owner.toString(), atMost)
                .query((row, _) -> read(row))
                .list();
    }

    /** Writes down what was decided, which takes the place of whatever is in force. */
    void add(Freeze freeze) {
        jdbc.sql("""
                        INSERT INTO freezes
                        (id, owner, direction, reason, administrator, administrator_name, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(freeze.id().toString())
                .param(freeze.owner().toString())
                .param(freeze.direction().name())
                .param(freeze.reason().text())
                .param(freeze.by().id().toString())
                .param(freeze.by().username())
                .param(freeze.at().toEpochMilli())
                .update();
        jdbc.sql("DELETE FROM frozen_wallets WHERE owner = ?")
                .param(freeze.owner().toString())
                .update();
        if (freeze.isFrozen()) {
            jdbc.sql("INSERT INTO frozen_wallets (owner, direction, freeze) VALUES (?, ?, ?)")
                    .params(
                            freeze.owner().toString(),
                            freeze.direction().name(),
                            freeze.id().toString())
                    .update();
        }
    }

    private static Freeze read(ResultSet row) throws SQLException {
        return new Freeze(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("owner")),
                Direction.valueOf(row.getString("direction")),
                new Reason(row.getString("reason")),
                new Administrator(UUID.fromString(row.getString("administrator")), row.getString("administrator_name")),
                Instant.ofEpochMilli(row.getLong("decided_at")));
    }
}
