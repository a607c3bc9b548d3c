package io.tiktoken.auth.anchor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All anchors: they are added, and there is no statement here that changes or deletes one. */
@Repository
public class Anchors {

    private final JdbcClient jdbc;

    Anchors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Anchor> latest() {
        return jdbc.sql("SELECT height, hash, anchored_at FROM ledger_anchors ORDER BY height DESC LIMIT 1")
                .query((row, _) -> anchor(row))
                .optional();
    }

    Optional<Anchor> at(long height) {
        return jdbc.sql("SELECT height, hash, anchored_at FROM ledger_anchors WHERE height = ?")
                .param(height)
                .query((row, _) -> anchor(row))
                .optional();
    }

    void add(Anchor anchor) {
        jdbc.sql("INSERT INTO ledger_anchors (height, hash, anchored_at) VALUES (?, ?, ?)")
                .params(anchor.height(), anchor.hash(), anchor.anchoredAt().toEpochMilli())
                .update();
    }

    private static Anchor anchor(ResultSet row) throws SQLException {
        return new Anchor(
                row.getLong("height"), row.getString("hash"), Instant.ofEpochMilli(row.getLong("anchored_at")));
    }
}
