package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.decision.DecisionFilter;
import io.tiktoken.defaults.decision.Decisions;
import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import io.tiktoken.wallet.ledger.Account;
import io.tiktoken.wallet.ledger.OwnerId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Those of this service's decisions that are adjustments. */
@Repository
public class Adjustments {

    private final Decisions decisions;
    private final JdbcClient jdbc;

    Adjustments(Decisions decisions, JdbcClient jdbc) {
        this.decisions = decisions;
        this.jdbc = jdbc;
    }

    public Optional<Adjustment> find(UUID id) {
        return decisions
                .find(id)
                .filter(decision -> decision.kind().equals(Adjustment.KIND))
                .map(Adjustment::of);
    }

    /** Newest first; what is null narrows nothing. */
    public Page<Adjustment> list(@Nullable State state, @Nullable OwnerId owner, PageQuery query) {
        var filter = new DecisionFilter(
                Adjustment.KIND, owner == null ? null : owner.value(), state == null ? null : state.status());
        return decisions.list(filter, query).map(Adjustment::of);
    }

    /** Whether a wallet has this transaction. */
    boolean isTransactionOf(OwnerId owner, UUID transaction) {
        return jdbc.sql("""
                        SELECT 1 FROM entries e JOIN postings p ON p.entry = e.sequence
                        WHERE e.id = ? AND p.account = ?
                        """)
                .params(transaction, Account.walletOf(owner).name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
