package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.database.Purge;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Forgets spent approvals that have long expired: nobody could spend them again anyway. */
@Service
public class PurgeSpentApprovals {

    private final Purge purge;
    private final JdbcClient jdbc;
    private final SpentApprovalSettings settings;

    PurgeSpentApprovals(Purge purge, JdbcClient jdbc, SpentApprovalSettings settings) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Answers how many were forgotten. */
    public long purge() {
        return purge.of("spent approvals", settings.kept(), this::deleteBefore);
    }

    private int deleteBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM spent_approvals WHERE id IN (
                            SELECT id FROM spent_approvals WHERE spent_at < ? ORDER BY spent_at LIMIT ?)
                        """).params(moment.toEpochMilli(), atMost).update();
    }
}
