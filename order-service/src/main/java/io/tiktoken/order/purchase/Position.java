package io.tiktoken.order.purchase;

import org.jspecify.annotations.Nullable;

/**
 * Where a purchase stands.
 *
 * @param approval kept only as long as the reservation of funds may have to be asked for
 * @param refusal why it is undone; null as long as it goes forward
 * @param stuckAt where it stood when an operator became necessary
 */
record Position(
        Step step,
        @Nullable Approval approval,
        @Nullable Refusal refusal,
        @Nullable Step stuckAt) {

    Position {
        approval = step.isUndecided() ? approval : null;
    }

    static Position beginning(Approval approval) {
        return new Position(Step.STARTED, approval, null, null);
    }

    Position at(Step next) {
        return new Position(next, approval, refusal, null);
    }

    Position undoing(Refusal why, Step next) {
        return new Position(next, null, why, null);
    }

    Position stuck() {
        return new Position(Step.NEEDS_OPERATOR, null, refusal, step);
    }
}
