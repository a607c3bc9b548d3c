package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.approval.Verdict.Approved;
import io.tiktoken.wallet.approval.Verdict.Reason;
import io.tiktoken.wallet.approval.Verdict.Refused;
import io.tiktoken.wallet.ledger.OwnerId;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which of a person's approvals are dead before their time. auth-service gives each the number of the person's
 * generation, and begins the next one when the PIN, password or authenticator is renewed; all older ones end with it.
 */
@Repository
public class ApprovalGenerations {

    private final SingleWriter writer;
    private final JdbcClient jdbc;
    private final Clock clock;

    ApprovalGenerations(SingleWriter writer, JdbcClient jdbc, Clock clock) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the verdict is worth now. Belongs into the write that has the effect: once a renewal is on the disk here,
     * nothing moves any more by an approval from before it.
     */
    public Verdict asOfNow(Verdict verdict) {
        return verdict instanceof Approved approved && hasEnded(approved) ? new Refused(Reason.EXPIRED) : verdict;
    }

    /**
     * Ends all of a person's generations before this one. May be repeated, and may come late: what has been ended stays
     * ended.
     *
     * @return the oldest generation that is good from now on, which is on the disk then
     */
    public long endBefore(OwnerId person, long generation) {
        return writer.write(() -> {
            jdbc.sql("""
                            INSERT INTO approval_generations (person, oldest, raised_at) VALUES (?, ?, ?)
                            ON CONFLICT (person) DO UPDATE SET oldest = excluded.oldest, raised_at = excluded.raised_at
                            WHERE approval_generations.oldest < excluded.oldest
                            """).params(person, generation, clock.millis()).update();
            return oldest(person);
        });
    }

    private boolean hasEnded(Approved approved) {
        return approved.generation() < oldest(approved.person());
    }

    private long oldest(OwnerId person) {
        return jdbc.sql("SELECT oldest FROM approval_generations WHERE person = ?")
                .param(person)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
