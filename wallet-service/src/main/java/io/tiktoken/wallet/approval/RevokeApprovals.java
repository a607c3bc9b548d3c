package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.wallet.ledger.OwnerId;
import org.springframework.stereotype.Service;

/**
 * Ends the approvals that a person gave before a renewal, or before being suspended. May be repeated, and may come late:
 * what has been ended stays ended.
 */
@Service
public class RevokeApprovals {

    private final ApprovalGenerations generations;
    private final SingleWriter writer;

    RevokeApprovals(ApprovalGenerations generations, SingleWriter writer) {
        this.generations = generations;
        this.writer = writer;
    }

    /**
     * Answers the oldest generation that is good from now on, which is on the disk then.
     *
     * @param generation the first one that stays good
     */
    public long before(OwnerId person, long generation) {
        return writer.write(() -> generations.endBefore(person, generation));
    }
}
