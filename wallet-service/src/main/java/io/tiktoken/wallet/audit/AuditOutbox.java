package io.tiktoken.wallet.audit;

import io.tiktoken.defaults.runtime.Ids;
import io.tiktoken.wallet.audit.AuditEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What auth-service has yet to be told: written together with what it tells of, so that neither is without the other. */
@Repository
public class AuditOutbox {

    private final JdbcClient jdbc;
    private final Ids ids;

    AuditOutbox(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Called inside the write that does it. */
    public void add(Kind kind, Administrator by, UUID owner, String detail, Instant at) {
        jdbc.sql("INSERT INTO audit_outbox (id, kind, actor, subject, detail, at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        ids.next().toString(),
                        kind.name(),
                        by.id().toString(),
                        owner.toString(),
                        detail,
                        at.toEpochMilli())
                .update();
    }

    @Transactional(readOnly = true)
    List<AuditEvent> oldest(int atMost) {
        return jdbc.sql("SELECT * FROM audit_outbox ORDER BY id LIMIT ?")
                .param(atMost)
                .query((row, _) -> event(row))
                .list();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM audit_outbox WHERE id = ?").param(id.toString()).update();
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        return new AuditEvent(
                UUID.fromString(row.getString("id")),
                Kind.valueOf(row.getString("kind")),
                UUID.fromString(row.getString("actor")),
                UUID.fromString(row.getString("subject")),
                row.getString("detail"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
