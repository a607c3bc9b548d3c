package io.tiktoken.defaults.idempotency;

import io.tiktoken.defaults.database.Purge;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets requests that nobody repeats any more; their keys may then be used anew. */
public class PurgeIdempotentRequests {

    private final Purge purge;
    private final JdbcClient jdbc;
    private final IdempotencySettings settings;
    private final Clock clock;

    PurgeIdempotentRequests(Purge purge, JdbcClient jdbc, IdempotencySettings settings, Clock clock) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers how many were forgotten. */
    public long purge() {
        var oldest = clock.instant().minus(settings.kept());
        return purge.of("idempotent requests", atMost -> delete(oldest, atMost));
    }

    private int delete(Instant before, int atMost) {
        return jdbc.sql("""
                        DELETE FROM idempotent_requests WHERE (caller, idempotency_key) IN (
                            SELECT caller, idempotency_key FROM idempotent_requests
                            WHERE created_at < ? ORDER BY created_at LIMIT ?)
                        """).params(before.toEpochMilli(), atMost).update();
    }
}
