package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.database.Purge;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Forgets spent approvals that have long expired: nobody could spend them again anyway. */
@Service
public class PurgeSpentApprovals {

    private final Purge purge;
    private final JdbcClient jdbc;
    private final SpentApprovalSettings settings;
    private final Clock clock;

    PurgeSpentApprovals(Purge purge, JdbcClient jdbc, SpentApprovalSettings settings, Clock clock) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers how many were forgotten. */
    public long purge() {
        var oldest = clock.instant().minus(settings.kept());
        return purge.of("spent approvals", atMost -> delete(oldest, atMost));
    }

    private int delete(Instant before, int atMost) {
        return jdbc.sql("""
                        DELETE FROM spent_approvals WHERE id IN (
                            SELECT id FROM spent_approvals WHERE spent_at < ? ORDER BY spent_at LIMIT ?)
                        """).params(before.toEpochMilli(), atMost).update();
    }
}
