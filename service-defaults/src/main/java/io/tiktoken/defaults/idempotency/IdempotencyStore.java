package io.tiktoken.defaults.idempotency;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The keys and what became of their requests. What changes anything is called inside a write. */
class IdempotencyStore {

    /** Either an answer (status, location, body) or the row that stands for the effect (resource). */
    record Entry(
            String fingerprint,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body,
            @Nullable UUID resource) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotencyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws io.tiktoken.defaults.problem.ProblemException when the key was used for a request with another fingerprint */
    @Transactional(readOnly = true)
    Optional<Entry> find(IdempotentRequest request, String fingerprint) {
        var found = jdbc.sql("""
                        SELECT fingerprint, status, location, body, resource
                        FROM idempotent_requests WHERE caller = ? AND idempotency_key = ?
                        """)
                .params(request.caller(), request.key())
                .query(Entry.class)
                .optional();
        if (found.isPresent() && !found.get().fingerprint().equals(fingerprint)) {
            throw IdempotencyKey.reused();
        }
        return found;
    }

    void add(IdempotentRequest request, Entry entry) {
        try {
            jdbc.sql("""
                            INSERT INTO idempotent_requests
                            (caller, idempotency_key, fingerprint, status, location, body, resource, created_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(request.caller())
                    .param(request.key())
                    .param(entry.fingerprint())
                    .param(entry.status())
                    .param(entry.location())
                    .param(entry.body())
                    .param(entry.resource())
                    .param(clock.millis())
                    .update();
        } catch (DuplicateKeyException anotherReplica) {
            throw IdempotencyKey.inUse();
        }
    }

    /** @throws IllegalStateException when the key has no row to move from */
    void move(IdempotentRequest request, UUID resource) {
        var moved =
                jdbc.sql("""
                        UPDATE idempotent_requests SET resource = ?
                        WHERE caller = ? AND idempotency_key = ? AND resource IS NOT NULL
                        """).params(resource, request.caller(), request.key()).update();
        if (moved != 1) {
            throw new IllegalStateException(
                    "The key of %s stands for no row that could give way to %s".formatted(request.path(), resource));
        }
    }
}
