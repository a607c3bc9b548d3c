package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows administrators what was asked for and what became of it. */
@Service
public class ViewAdjustments {

    private final Adjustments adjustments;

    ViewAdjustments(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    /** What is null does not narrow it. */
    public Page<Adjustment> list(@Nullable State state, @Nullable UUID owner, PageQuery query) {
        return adjustments.list(state, owner, query);
    }

    public Optional<Adjustment> one(UUID id) {
        return adjustments.find(id);
    }
}
