package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.database.Purge;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets requests that nobody repeats any more; their keys may then be used anew. */
public class PurgeIdempotentRequests {

    private final Purge purge;
    private final JdbcClient jdbc;
    private final IdempotencySettings settings;

    PurgeIdempotentRequests(Purge purge, JdbcClient jdbc, IdempotencySettings settings) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Answers how many were forgotten. */
    public long purge() {
        return purge.of("idempotent requests", settings.kept(), this::deleteBefore);
    }

    private int deleteBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM idempotent_requests WHERE (caller, idempotency_key) IN (
                            SELECT caller, idempotency_key FROM idempotent_requests
                            WHERE created_at < ? ORDER BY created_at LIMIT ?)
                        """).params(moment.toEpochMilli(), atMost).update();
    }
}
