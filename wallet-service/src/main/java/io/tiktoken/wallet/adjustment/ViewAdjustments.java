package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.wallet.adjustment.Adjustment.State;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows administrators what was asked for and what became of it. */
@Service
public class ViewAdjustments {

    private final Adjustments adjustments;
    private final Clock clock;

    ViewAdjustments(Adjustments adjustments, Clock clock) {
        this.adjustments = adjustments;
        this.clock = clock;
    }

    /** What is null does not narrow it. */
    @Transactional(readOnly = true)
    public Page<Adjustment> list(@Nullable State state, @Nullable UUID owner, PageQuery query) {
        return Page.of(adjustments.list(state, owner, clock.instant(), query), query, Adjustment::id);
    }

    @Transactional(readOnly = true)
    public Optional<Adjustment> one(UUID id) {
        return adjustments.find(id);
    }

    public State stateOf(Adjustment adjustment) {
        return adjustment.stateAt(clock.instant());
    }
}
