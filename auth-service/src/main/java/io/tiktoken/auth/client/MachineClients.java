package io.tiktoken.auth.client;

import io.tiktoken.defaults.paging.PageQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Merchants and kiosks. Reads go beside the writer; what changes anything is called inside a write. */
@Repository
public class MachineClients {

    /** One query, whether there is such a client or not, and however many secrets it has. */
    private static final String SELECT = """
            SELECT c.id, c.client_id, c.kind, c.name, c.disabled_at, c.created_at,
                   s.id AS secret_id, s.hash, s.created_at AS secret_created_at, s.last_used_at
            FROM clients c LEFT JOIN client_secrets s ON s.client = c.id
            WHERE c.id IN (SELECT id FROM clients WHERE %s) ORDER BY c.id DESC, s.id""";

    private final JdbcClient jdbc;
    private final Clock clock;

    MachineClients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<MachineClient> byClientId(String clientId) {
        return one(jdbc.sql(SELECT.formatted("client_id = ?")).param(clientId));
    }

    @Transactional(readOnly = true)
    public Optional<MachineClient> byId(UUID id) {
        return one(jdbc.sql(SELECT.formatted("id = ?")).param(id.toString()));
    }

    /** Newest first; of every kind when none is named. */
    @Transactional(readOnly = true)
    public List<MachineClient> page(@Nullable ClientKind kind, PageQuery query) {
        var before = query.before();
        return all(jdbc.sql(SELECT.formatted("""
                        (:kind IS NULL OR kind = :kind) AND (:before IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :rows"""))
                .param("kind", kind == null ? null : kind.name())
                .param("before", before == null ? null : before.toString())
                .param("rows", query.rowsToRead()));
    }

    /** Whether it was done; not so when another client's name looks the same. */
    boolean add(MachineClient client) {
        var added = jdbc.sql("""
                        INSERT INTO clients (id, client_id, kind, name, likeness, created_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (likeness) DO NOTHING""")
                        .params(
                                client.id().toString(),
                                client.clientId().value(),
                                client.kind().name(),
                                client.name().value(),
                                client.name().likeness(),
                                client.createdAt().toEpochMilli())
                        .update()
                == 1;
        if (added) {
            client.secrets().forEach(secret -> addSecret(client.id(), secret));
        }
        return added;
    }

    /** Puts it into a free slot; whether there was one. */
    boolean addSecret(UUID client, StoredSecret secret) {
        return jdbc.sql("""
                        INSERT INTO client_secrets (id, client, slot, hash, created_at)
                        SELECT :id, :client, slots.slot, :hash, :createdAt FROM (SELECT 1 AS slot UNION SELECT 2) AS slots
                        WHERE slots.slot NOT IN (SELECT slot FROM client_secrets WHERE client = :client)
                        ORDER BY slots.slot LIMIT 1""")
                        .param("id", secret.id().toString())
                        .param("client", client.toString())
                        .param("hash", secret.hash())
                        .param("createdAt", secret.createdAt().toEpochMilli())
                        .update()
                == 1;
    }

    void removeSecret(UUID secretId) {
        jdbc.sql("DELETE FROM client_secrets WHERE id = ?")
                .param(secretId.toString())
                .update();
    }

    void noteUse(UUID secretId) {
        var now = clock.millis();
        jdbc.sql("UPDATE client_secrets SET last_used_at = ? WHERE id = ? AND coalesce(last_used_at, created_at) <= ?")
                .params(now, secretId.toString(), now)
                .update();
    }

    /** Whether that changed anything. */
    boolean disable(UUID id) {
        return jdbc.sql("UPDATE clients SET disabled_at = ? WHERE id = ? AND disabled_at IS NULL")
                        .params(clock.millis(), id.toString())
                        .update()
                == 1;
    }

    /** Whether that changed anything. */
    boolean enable(UUID id) {
        return jdbc.sql("UPDATE clients SET disabled_at = NULL WHERE id = ? AND disabled_at IS NOT NULL")
                        .param(id.toString())
                        .update()
                == 1;
    }

    private Optional<MachineClient> one(JdbcClient.StatementSpec select) {
        return all(select).stream().findFirst();
    }

    private static List<MachineClient> all(JdbcClient.StatementSpec select) {
        var secrets = new LinkedHashMap<MachineClient, List<StoredSecret>>();
        select.query(row -> {
            var ofClient = secrets.computeIfAbsent(withoutSecrets(row), _ -> new ArrayList<>());
            if (row.getObject("secret_id") != null) {
                ofClient.add(secret(row));
            }
        });
        return secrets.entrySet().stream()
                .map(entry -> entry.getKey().with(entry.getValue()))
                .toList();
    }

    private static MachineClient withoutSecrets(ResultSet row) throws SQLException {
        return new MachineClient(
                UUID.fromString(row.getString("id")),
                new ClientId(row.getString("client_id")),
                ClientKind.valueOf(row.getString("kind")),
                new ClientName(row.getString("name")),
                row.getObject("disabled_at") != null,
                List.of(),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static StoredSecret secret(ResultSet row) throws SQLException {
        var used = row.getObject("last_used_at") != null;
        return new StoredSecret(
                UUID.fromString(row.getString("secret_id")),
                row.getString("hash"),
                Instant.ofEpochMilli(row.getLong("secret_created_at")),
                used ? Instant.ofEpochMilli(row.getLong("last_used_at")) : null);
    }
}
