package io.tiktoken.defaults.decision;

import io.tiktoken.defaults.database.GuardedUpdate;
import io.tiktoken.defaults.decision.Decision.Status;
import io.tiktoken.defaults.paging.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows: added once, decided once. What writes is called inside a write. */
final class DecisionStore {

    private static final String SELECT = """
            SELECT id, kind, subject, details, reason, requested_by, requested_by_name, requested_at, expires_at,
                CASE WHEN status = 'AWAITING_CONFIRMATION' AND expires_at <= :now THEN 'EXPIRED' ELSE status END AS status,
                decided_by, decided_by_name, decided_at, alone
            FROM decisions
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DecisionStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Decision> find(UUID id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("now", clock.millis())
                .param("id", id)
                .query((row, _) -> decision(row))
                .optional();
    }

    List<Decision> list(DecisionFilter filter, PageQuery page) {
        return jdbc.sql("SELECT * FROM (" + SELECT + """
                        ) AS d
                        WHERE (:before IS NULL OR id < :before)
                            AND (:kind IS NULL OR kind = :kind)
                            AND (:subject IS NULL OR subject = :subject)
                            AND (:status IS NULL OR status = :status)
                        ORDER BY id DESC LIMIT :rows
                        """)
                .param("now", clock.millis())
                .param("before", page.before())
                .param("kind", filter.kind())
                .param("subject", filter.subject())
                .param("status", filter.status())
                .param("rows", page.rowsToRead())
                .query((row, _) -> decision(row))
                .list();
    }

    void add(Decision decision) {
        var decidedBy = decision.decidedBy();
        jdbc.sql("""
                        INSERT INTO decisions
                        (id, kind, subject, details, reason, requested_by, requested_by_name, requested_at, expires_at,
                         status, decided_by, decided_by_name, decided_at, alone)
                        VALUES (:id, :kind, :subject, :details, :reason, :requestedBy, :requestedByName, :requestedAt, :expiresAt,
                         :status, :decidedBy, :decidedByName, :decidedAt, :alone)
                        """)
                .param("id", decision.id())
                .param("kind", decision.kind())
                .param("subject", decision.subject())
                .param("details", json.writeValueAsString(decision.details()))
                .param("reason", decision.reason())
                .param("requestedBy", decision.requestedBy().id())
                .param("requestedByName", decision.requestedBy().name())
                .param("requestedAt", decision.requestedAt().toEpochMilli())
                .param("expiresAt", decision.expiresAt().toEpochMilli())
                .param("status", decision.status())
                .param("decidedBy", decidedBy == null ? null : decidedBy.id())
                .param("decidedByName", decidedBy == null ? null : decidedBy.name())
                .param(
                        "decidedAt",
                        decision.decidedAt() == null
                                ? null
                                : decision.decidedAt().toEpochMilli())
                .param("alone", decision.alone())
                .update();
    }

    /** Decides one that is still open; of several who do so at once, one succeeds. */
    GuardedUpdate decide(UUID id, Status end, Signatory by, Instant at) {
        return GuardedUpdate.of(jdbc.sql("""
                        UPDATE decisions SET status = ?, decided_by = ?, decided_by_name = ?, decided_at = ?
                        WHERE id = ? AND status = 'AWAITING_CONFIRMATION'
                        """)
                .param(end)
                .param(by.id())
                .param(by.name())
                .param(at.toEpochMilli())
                .param(id)
                .update());
    }

    /** What is open of this kind about somebody is open no more. */
    void expire(String kind, UUID subject) {
        jdbc.sql("""
                        UPDATE decisions SET status = 'EXPIRED', decided_at = ?
                        WHERE kind = ? AND subject = ? AND status = 'AWAITING_CONFIRMATION'
                        """).params(clock.millis(), kind, subject).update();
    }

    private Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                UUID.fromString(row.getString("id")),
                row.getString("kind"),
                UUID.fromString(row.getString("subject")),
                json.readTree(row.getString("details")),
                row.getString("reason"),
                new Signatory(UUID.fromString(row.getString("requested_by")), row.getString("requested_by_name")),
                Instant.ofEpochMilli(row.getLong("requested_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                Status.valueOf(row.getString("status")),
                decidedBy(row),
                row.getObject("decided_at") == null ? null : Instant.ofEpochMilli(row.getLong("decided_at")),
                row.getBoolean("alone"));
    }

    private static @Nullable Signatory decidedBy(ResultSet row) throws SQLException {
        var id = row.getString("decided_by");
        return id == null ? null : new Signatory(UUID.fromString(id), row.getString("decided_by_name"));
    }
}
