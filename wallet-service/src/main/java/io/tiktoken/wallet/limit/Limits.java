package io.tiktoken.wallet.limit;

import io.tiktoken.defaults.money.Money;

/** A wallet's limits, and how much of each is left: shown before anyone runs into them. */
public record Limits(Limit holding, Limit transaction, Limit day, Limit year) {

    /**
     * One limit.
     *
     * @param headroom what is left of it; never below zero
     */
    public record Limit(Money limit, Money headroom) {

        static Limit used(Money limit, Money used) {
            return new Limit(limit, limit.covers(used) ? limit.minus(used) : Money.zero(limit.currency()));
        }

        Limit noMoreThan(Limit other) {
            return headroom.covers(other.headroom) ? new Limit(limit, other.headroom) : this;
        }
    }
}
