package io.tiktoken.wallet.approval;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which approvals of purchases have had their one effect; a transfer is named by its approval. */
@Repository
public class SpentApprovals {

    private final JdbcClient jdbc;
    private final Clock clock;

    SpentApprovals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean contains(ApprovalId approval) {
        return jdbc.sql("SELECT 1 FROM spent_approvals WHERE id = ?")
                .param(approval)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Belongs into the write that has the effect; the primary key is the last word on its being the only one. */
    public void add(ApprovalId approval, UUID effect) {
        jdbc.sql("INSERT INTO spent_approvals (id, spent_on, spent_at) VALUES (?, ?, ?)")
                .params(approval, effect, clock.millis())
                .update();
    }
}
