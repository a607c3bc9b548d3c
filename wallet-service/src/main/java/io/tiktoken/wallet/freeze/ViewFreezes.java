package io.tiktoken.wallet.freeze;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.wallet.ledger.OwnerId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows administrators what is frozen, and what was done about a wallet before. */
@Service
public class ViewFreezes {

    /** More than an administrator reads at once; what is older is still in the database. */
    private static final int MOST_OF_ONE_WALLET = 100;

    /**
     * One wallet's.
     *
     * @param inForce null when the wallet is not frozen
     * @param history newest first, with what is in force
     */
    public record OfWallet(@Nullable Freeze inForce, List<Freeze> history) {}

    private final Freezes freezes;

    ViewFreezes(Freezes freezes) {
        this.freezes = freezes;
    }

    @Transactional(readOnly = true)
    public OfWallet of(OwnerId owner) {
        return new OfWallet(freezes.current(owner).orElse(null), freezes.history(owner, MOST_OF_ONE_WALLET));
    }

    @Transactional(readOnly = true)
    public Page<Freeze> inForce(PageQuery query) {
        return Page.of(freezes.current(query.before(), query.rowsToRead()), query, Freeze::id);
    }
}
