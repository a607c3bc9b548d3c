package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.database.Purge;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Forgets which approvals were spent or ended when these have long expired: nobody could spend them again anyway. */
@Service
public class PurgeApprovals {

    private final Purge purge;
    private final JdbcClient jdbc;
    private final SpentApprovalSettings settings;

    PurgeApprovals(Purge purge, JdbcClient jdbc, SpentApprovalSettings settings) {
        this.purge = purge;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Answers how many spent approvals were forgotten. */
    public long purgeSpent() {
        return purge.of("spent approvals", settings.kept(), this::deleteSpentBefore);
    }

    /** Answers of how many people it was forgotten which generations were ended. */
    public long purgeGenerations() {
        return purge.of("ends of approvals", settings.kept(), this::deleteGenerationsBefore);
    }

    private int deleteSpentBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM spent_approvals WHERE id IN (
                            SELECT id FROM spent_approvals WHERE spent_at < ? ORDER BY spent_at LIMIT ?)
                        """).params(moment.toEpochMilli(), atMost).update();
    }

    private int deleteGenerationsBefore(Instant moment, int atMost) {
        return jdbc.sql("""
                        DELETE FROM approval_generations WHERE person IN (
                            SELECT person FROM approval_generations WHERE raised_at < ? ORDER BY raised_at LIMIT ?)
                        """).params(moment.toEpochMilli(), atMost).update();
    }
}
