package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.database.Purge;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Forgets which approvals were ended when these have long expired by themselves. */
@Service
public class PurgeApprovalGenerations {

    private final Purge purge;
    private final JdbcClient jdbc;
    private final SpentApprovalSettings settings;
    private final Clock clock;

    PurgeApprovalGenerations(Purge purge, JdbcClient jdbc, SpentApprovalSettings settings, Clock clock) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers of how many people it was forgotten. */
    public long purge() {
        var oldest = clock.instant().minus(settings.kept());
        return purge.of("ends of approvals", atMost -> delete(oldest, atMost));
    }

    private int delete(Instant before, int atMost) {
        return jdbc.sql("""
                        DELETE FROM approval_generations WHERE person IN (
                            SELECT person FROM approval_generations WHERE raised_at < ? ORDER BY raised_at LIMIT ?)
                        """).params(before.toEpochMilli(), atMost).update();
    }
}
