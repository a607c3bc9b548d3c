package io.tiktoken.auth.client;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tiktoken.defaults.paging.PageQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Merchants and kiosks. Reads go beside the writer; what changes anything is called inside a write. */
public interface MachineClients extends Repository<MachineClients.Row, UUID> {

    /** A client beside one of its secrets, or beside none. */
    record Row(
            UUID id,
            ClientId clientId,
            ClientKind kind,
            ClientName name,
            boolean disabled,
            Instant createdAt,

            @Embedded(onEmpty = OnEmpty.USE_NULL, prefix = "secret_") @Nullable
            StoredSecret secret) {}

    /** One query, whether there is such a client or not, and however many secrets it has. */
    String ROWS = """
            SELECT c.id, c.client_id, c.kind, c.name, c.disabled_at IS NOT NULL AS disabled, c.created_at,
                   s.id AS secret_id, s.hash AS secret_hash,
                   s.created_at AS secret_created_at, s.last_used_at AS secret_last_used_at
            FROM clients c LEFT JOIN client_secrets s ON s.client = c.id
            """;

    default Optional<MachineClient> byClientId(String clientId) {
        return clients(rowsByClientId(clientId)).findFirst();
    }

    default Optional<MachineClient> byId(UUID id) {
        return clients(rowsById(id)).findFirst();
    }

    /** Newest first; of every kind when none is named. */
    default List<MachineClient> page(@Nullable ClientKind kind, PageQuery query) {
        return clients(rowsOfPage(kind, query.before(), query.rowsToRead())).toList();
    }

    /** Whether it was done; not so when another client's name looks the same. */
    default boolean add(MachineClient client) {
        var added = insert(client);
        if (added) {
            client.secrets().forEach(secret -> addSecret(client.id(), secret));
        }
        return added;
    }

    @Transactional(readOnly = true)
    @Query(ROWS + "WHERE c.client_id = :clientId ORDER BY s.id")
    List<Row> rowsByClientId(String clientId);

    @Transactional(readOnly = true)
    @Query(ROWS + "WHERE c.id = :id ORDER BY s.id")
    List<Row> rowsById(UUID id);

    @Transactional(readOnly = true)
    @Query(ROWS + """
            WHERE c.id IN (SELECT id FROM clients
                           WHERE (:kind IS NULL OR kind = :kind) AND (:before IS NULL OR id < :before)
                           ORDER BY id DESC LIMIT :most)
            ORDER BY c.id DESC, s.id
            """)
    List<Row> rowsOfPage(@Nullable ClientKind kind, @Nullable UUID before, int most);

    @Modifying
    @Query("""
            INSERT INTO clients (id, client_id, kind, name, likeness, created_at)
            VALUES (:#{#client.id}, :#{#client.clientId}, :#{#client.kind}, :#{#client.name}, :#{#client.name.likeness},
                    :#{#client.createdAt.toEpochMilli})
            ON CONFLICT (likeness) DO NOTHING
            """)
    boolean insert(MachineClient client);

    /** Puts it into a free slot; whether there was one. */
    @Modifying
    @Query("""
            INSERT INTO client_secrets (id, client, slot, hash, created_at)
            SELECT :#{#secret.id}, :client, slots.slot, :#{#secret.hash}, :#{#secret.createdAt.toEpochMilli}
            FROM (SELECT 1 AS slot UNION SELECT 2) AS slots
            WHERE slots.slot NOT IN (SELECT slot FROM client_secrets WHERE client = :client)
            ORDER BY slots.slot LIMIT 1
            """)
    boolean addSecret(UUID client, StoredSecret secret);

    @Modifying
    @Query("DELETE FROM client_secrets WHERE id = :secret")
    void removeSecret(UUID secret);

    @Modifying
    @Query("""
            UPDATE client_secrets SET last_used_at = :#{now}
            WHERE id = :secret AND coalesce(last_used_at, created_at) <= :#{now}
            """)
    void noteUse(UUID secret);

    /** Whether that changed anything. */
    @Modifying
    @Query("UPDATE clients SET disabled_at = :#{now} WHERE id = :id AND disabled_at IS NULL")
    boolean disable(UUID id);

    /** Whether that changed anything. */
    @Modifying
    @Query("UPDATE clients SET disabled_at = NULL WHERE id = :id AND disabled_at IS NOT NULL")
    boolean enable(UUID id);

    private static Stream<MachineClient> clients(List<Row> rows) {
        return rows.stream().collect(groupingBy(Row::id, LinkedHashMap::new, toList())).values().stream()
                .map(MachineClients::client);
    }

    private static MachineClient client(List<Row> rows) {
        var row = rows.getFirst();
        var secrets =
                rows.stream().flatMap(each -> Stream.ofNullable(each.secret())).toList();
        return new MachineClient(
                row.id(), row.clientId(), row.kind(), row.name(), row.disabled(), secrets, row.createdAt());
    }
}
