package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.database.Purge;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Forgets which approvals were ended when these have long expired by themselves. */
@Service
public class PurgeApprovalGenerations {

    private final Purge purge;
    private final JdbcClient jdbc;
    private final SpentApprovalSettings settings;

    PurgeApprovalGenerations(Purge purge, JdbcClient jdbc, SpentApprovalSettings settings) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Answers of how many people it was forgotten. */
    public long purge() {
        return purge.of("ends of approvals", settings.kept(), this::deleteBefore);
    }

    private int deleteBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM approval_generations WHERE person IN (
                            SELECT person FROM approval_generations WHERE raised_at < ? ORDER BY raised_at LIMIT ?)
                        """).params(moment.toEpochMilli(), atMost).update();
    }
}
